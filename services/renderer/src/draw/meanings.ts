import { isIgnorable } from '@laurel/fonts/family-order';

/**
 * What the codes of each cluster stand for, one code point each, given in logical order and in the
 * same order answered. A character without a look, such as a joiner, shares the code of a neighbour, as
 * readers drop a code that ends in one; it stands first in it, as what runs from right to left is turned around.
 */
export function meaningsOf(
  texts: readonly string[],
  direction: 'ltr' | 'rtl',
): readonly (readonly string[])[] {
  let unseen = '';
  const meanings = texts.map((text) => {
    const codes: string[] = [];
    for (const character of text) {
      const last = codes.pop();
      if (isIgnorable(character) && direction === 'rtl' && last !== undefined) {
        codes.push(character + last);
        continue;
      }
      if (last !== undefined) codes.push(last);
      if (isIgnorable(character)) unseen += character;
      else {
        codes.push(unseen + character);
        unseen = '';
      }
    }
    return codes;
  });
  return unseen === ''
    ? meanings
    : [...meanings.slice(0, -1), [...(meanings.at(-1) ?? []), unseen]];
}
