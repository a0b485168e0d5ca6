import { withAsciiDigits } from '@laurel/core/ascii-digits';

export { withAsciiDigits };

/** A comma, a full stop or the Arabic decimal separator; no separators of thousands. */
const DECIMAL = /^(\d+)(?:[.,\u066B](\d+))?$/u;

/** Hours and minutes, as a workbook shows a duration. */
const CLOCK = /^(\d{1,4}):([0-5]\d)(?::[0-5]\d)?$/u;

/** “3/4”, “3 of 4”, “3 de 4”: so many of so many. */
const OUT_OF =
  /^(\d+(?:[.,\u066B]\d+)?)\s*(?:\/|\\|of|out of|de|von|van|sur|dari|من|از|из|z)\s*\d+$/u;

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
