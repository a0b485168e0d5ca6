const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&/g;
const PREDEFINED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text with its references resolved (XML 1.0, Section 4.1); null where one is unknown. */
export function unescapedXml(text: string): string | null {
  let known = true;
  const plain = text.replace(REFERENCE, (_, hexadecimal, decimal, name) => {
    if (name !== undefined) return PREDEFINED[name] ?? '';
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    known = false;
    return '';
  });
  return known ? plain : null;
}
