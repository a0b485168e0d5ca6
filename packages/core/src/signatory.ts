/** Who signs for an issuer, in one language. The office is empty where none was given. */
export type Signatory = { readonly name: string; readonly office: string };

/** How many people sign for an issuer at a time, and so on one certificate. */
export const MAX_SIGNATORIES = 2;

/** The longest name, and the longest office, in UTF-16 code units. */
export const MAX_SIGNATORY_LENGTH = 80;

/**
 * Signatories as one text, for the member `official` of an issuer (1EdTech Open Badges 3.0, Profile: "the
 * name of an authorized official of the organization", a string). It reads like the end of a letter:
 *
 *     Adaeze Nwankwo,
 *     Chair;
 *     রাহেলা সুলতানা
 *
 * A comma ends a line that its office follows, a semicolon one that another person follows. As neither a
 * name nor an office has a line break, that one character is never theirs, whatever they are made of; and
 * where a reader folds line breaks into spaces, people still see who is what.
 */
export function officialOf(signatories: readonly Signatory[]): string {
  return signatories
    .map(({ name, office }) => (office === '' ? name : `${name},\n${office}`))
    .join(';\n');
}

/**
 * The signatories of such a text, as they were. A text that was not written so, as other issuers' are,
 * is one signatory without an office, and an empty one is none.
 */
export function signatoriesIn(official: string): readonly Signatory[] {
  if (official.trim() === '') return [];
  const people = official.split(';\n').map((one) => {
    const [name = '', office = ''] = one.split(',\n');
    return { name, office };
  });
  const isOurs =
    people.length <= MAX_SIGNATORIES &&
    people.every(({ name, office }) => name !== '' && !`${name}${office}`.includes('\n')) &&
    officialOf(people) === official;
  return isOurs ? people : [{ name: official, office: '' }];
}
