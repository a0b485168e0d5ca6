import { withAsciiDigits } from '@laurel/core/ascii-digits';
import { awardableHours } from '@laurel/core/hours';
import { meaningsOf } from './header-words.ts';

export { withAsciiDigits };

/** A comma, a full stop or the Arabic decimal separator; no separators of thousands. */
const DECIMAL = /^(\d+)(?:[.,\u066B](\d+))?$/u;

/** Hours and minutes, as a workbook shows a duration, or as people write them: `2:30`, `2h30`. */
const CLOCK = /^(\d{1,4})\s*[:h]\s*([0-5]\d)(?::[0-5]\d)?(?:\s*min?\.?)?$/u;

/** A number with a word after it: `2 hours`, `2,5h`. */
const WITH_UNIT = /^([\d.,\u066B]+)\s*(\p{L}[\p{L}\p{M}]*)\.?$/u;

/** “3/4”, “3 of 4”, “3 de 4”: so many of so many. */
const OUT_OF =
  /^(\d+(?:[.,\u066B]\d+)?)\s*(?:\/|\\|of|out of|de|von|van|sur|dari|من|از|из|z)\s*\d+$/u;

/** The number that a comparable cell means, in the digits of any script; undefined where it is not a number. */
export function numberFrom(cell: string): number | undefined {
  const [, whole, fraction = '0'] = DECIMAL.exec(withAsciiDigits(cell)) ?? [];
  return whole === undefined ? undefined : Number(`${whole}.${fraction}`);
}

/**
 * Hours as a number (`2,5`), with the word for hours after it (`2 hours`), or as hours and minutes
 * (`2:30`), with two decimals. Undefined where it is none of these, or no hours that can be awarded.
 */
export function hoursFrom(cell: string): number | undefined {
  const text = withAsciiDigits(cell);
  const [, hours, minutes] = CLOCK.exec(text) ?? [];
  if (hours !== undefined) return awardableHours(Number(hours) + Number(minutes) / 60);
  const [, number = text, unit] = WITH_UNIT.exec(text) ?? [];
  if (unit !== undefined && !isHours(unit)) return undefined;
  const given = numberFrom(number);
  return given === undefined ? undefined : awardableHours(given);
}

function isHours(word: string): boolean {
  return word === 'h' || word === 'hr' || meaningsOf(word).includes('hours');
}

/** A count as a number or as a part of a whole (`3/4`, `3 of 4`); undefined where it is neither. */
export function countFrom(cell: string): number | undefined {
  const [, part] = OUT_OF.exec(withAsciiDigits(cell)) ?? [];
  return numberFrom(part ?? cell);
}
