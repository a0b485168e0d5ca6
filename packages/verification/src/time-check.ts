import type { JsonObject } from '@laurel/core/json';
import { stringAt } from '@laurel/core/json';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';

/**
 * Judges the validity period at a moment: it holds from the first second of `validFrom` up to and
 * including the moment of `validUntil` (W3C VCDM 2.0, Section 4.9).
 */
export function checkTime(credential: JsonObject, nowSeconds: number): Check {
  if (credential.validFrom === undefined && credential.validUntil === undefined) {
    return found('pass', 'not_stated');
  }
  const from = stringAt(credential, 'validFrom');
  const until = stringAt(credential, 'validUntil');
  const fromSeconds = Date.parse(from ?? '') / 1000;
  const untilSeconds = until === null ? Number.POSITIVE_INFINITY : Date.parse(until) / 1000;
  if (Number.isNaN(fromSeconds) || Number.isNaN(untilSeconds)) return found('fail', 'unreadable');
  if (nowSeconds < fromSeconds) return found('fail', 'not_yet_valid', dayIn(from));
  if (nowSeconds > untilSeconds) return found('fail', 'expired', dayIn(until));
  return found('pass', 'current', dayIn(from));
}

function dayIn(dateTime: string | null): string {
  return dateTime?.slice(0, 10) ?? '';
}

function found(
  result: CheckResult,
  finding: CheckFindings['time'],
  ...values: readonly string[]
): Check {
  return { check: 'time', result, finding, values };
}
