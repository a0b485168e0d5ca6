/** A comma, a full stop or the Arabic decimal separator; no separators of thousands. */
const DECIMAL = /^(\d+)(?:[.,\u066B](\d+))?$/u;

/** The number that a cell means, in the digits of any script; undefined where it is not a number. */
export function hoursFrom(cell: string): number | undefined {
  const [, whole, fraction = '0'] = DECIMAL.exec(cell.replace(/\p{Nd}/gu, asciiDigit)) ?? [];
  return whole === undefined ? undefined : Number(`${whole}.${fraction}`);
}

/** Decimal digits are encoded in runs that begin with zero (The Unicode Standard, Section 4.6). */
function asciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((codePoint - zero) % 10);
}
