/** A comma, a full stop or the Arabic decimal separator; no separators of thousands. */
const DECIMAL = /^(\d+)(?:[.,\u066B](\d+))?$/u;

/** Hours and minutes, as a workbook shows a duration. */
const CLOCK = /^(\d{1,4}):([0-5]\d)(?::[0-5]\d)?$/u;

/** “3/4”, “3 of 4”, “3 de 4”: so many of so many. */
const OUT_OF =
  /^(\d+(?:[.,\u066B]\d+)?)\s*(?:\/|\\|of|out of|de|von|van|sur|dari|من|از|из|z)\s*\d+$/u;

/** A comparable text with the decimal digits of any script written in ASCII. */
export function withAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, asciiDigit);
}

/** The number that a comparable cell means, in the digits of any script; undefined where it is not a number. */
export function numberFrom(cell: string): number | undefined {
  const [, whole, fraction = '0'] = DECIMAL.exec(withAsciiDigits(cell)) ?? [];
  return whole === undefined ? undefined : Number(`${whole}.${fraction}`);
}

/** Hours as a number (`2,5`) or as hours and minutes (`2:30`); undefined where it is neither. */
export function hoursFrom(cell: string): number | undefined {
  const [, hours, minutes] = CLOCK.exec(withAsciiDigits(cell)) ?? [];
  if (hours === undefined) return numberFrom(cell);
  return Math.round((Number(hours) + Number(minutes) / 60) * 100) / 100;
}

/** A count as a number or as a part of a whole (`3/4`, `3 of 4`); undefined where it is neither. */
export function countFrom(cell: string): number | undefined {
  const [, part] = OUT_OF.exec(withAsciiDigits(cell)) ?? [];
  return numberFrom(part ?? cell);
}

/** Decimal digits are encoded in runs that begin with zero (The Unicode Standard, Section 4.6). */
function asciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((codePoint - zero) % 10);
}
