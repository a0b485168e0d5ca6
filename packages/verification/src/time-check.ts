import type { JsonObject } from '@laurel/core/json';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import { VALIDITY_PERIODS } from './any/data-model/validity.ts';
import { versionOf } from './any/data-model/version.ts';

/**
 * Judges the validity period at a moment: it holds from the first second of its start up to and
 * including the moment of its end, as far as they are stated (W3C VCDM 2.0, Section 4.9; 1.1, Sections
 * 4.6 and 4.7). A document that has the names of the other version is held to those.
 */
export function checkTime(credential: JsonObject, nowSeconds: number): Check {
  const version = versionOf(credential);
  const own = VALIDITY_PERIODS[version];
  const other = VALIDITY_PERIODS[version === '2.0' ? '1.1' : '2.0'];
  const from = credential[own.from] ?? credential[other.from];
  const until = credential[own.until] ?? credential[other.until];
  if (from === undefined && until === undefined) return found('pass', 'not_stated');
  const fromSeconds = from === undefined ? Number.NEGATIVE_INFINITY : own.secondsOf(from);
  const untilSeconds = until === undefined ? Number.POSITIVE_INFINITY : own.secondsOf(until);
  if (fromSeconds === null || untilSeconds === null) return found('fail', 'unreadable');
  if (nowSeconds < fromSeconds) return found('fail', 'not_yet_valid', dayIn(from));
  if (nowSeconds > untilSeconds) return found('fail', 'expired', dayIn(until));
  return from === undefined
    ? found('pass', 'not_expired', dayIn(until))
    : found('pass', 'current', dayIn(from));
}

function dayIn(dateTime: unknown): string {
  return typeof dateTime === 'string' ? dateTime.slice(0, 10) : '';
}

function found(
  result: CheckResult,
  finding: CheckFindings['time'],
  ...values: readonly string[]
): Check {
  return { check: 'time', result, finding, values };
}
