import { dayOf } from '@laurel/core/day';
import { stringAt } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import { listOf } from '@laurel/verification/ours/claims-to-be-ours';
import type { Presented } from '@laurel/verification/read';
import type { VouchedKeys } from './vouched-keys.ts';

/**
 * A list of keys knows none that came after it: what names one of the issuer's that is not in it may be of
 * a newer key, which speaks neither for it nor against it. All else stays as it was found.
 */
export function keyMayBeNewer(
  check: Check,
  presented: Presented,
  { did, signedAtSeconds }: VouchedKeys,
): Check {
  if (check.check !== 'proof' || check.finding !== 'unknown_key') return check;
  if (keyIn(presented)?.startsWith(`${did}#`) !== true) return check;
  return {
    check: 'proof',
    result: 'warn',
    finding: 'not_in_older_keys',
    values: [dayOf(signedAtSeconds)],
  };
}

function keyIn(presented: Presented): string | null {
  return presented.form === 'jwt'
    ? stringAt(presented.header, 'kid')
    : stringAt(listOf(presented.credential.proof)[0], 'verificationMethod');
}
