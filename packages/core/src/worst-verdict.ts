import type { Verdict } from './verdict.ts';

/** The worst first. What was forged or taken back weighs more than what only ended or could not be told. */
const WORST_FIRST: readonly Verdict[] = [
  'invalid',
  'revoked',
  'suspended',
  'withdrawn',
  'superseded',
  'expired',
  'not_yet_valid',
  'unknown',
  'valid',
];

/** One verdict for several: the worst counts. Of none it is `unknown`. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'unknown';
}
