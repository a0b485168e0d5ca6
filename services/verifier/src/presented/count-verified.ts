import type { Verdict } from '@laurel/core/verdict';
import { count } from '@laurel/observing/counters';
import type { VerifierEnv } from '../env.ts';

/** Counts a verification that somebody asked for: its verdict, and nothing of what was verified. */
export function countVerified(
  { COUNTERS }: VerifierEnv,
  verdict: Verdict,
  by: 'api' | 'page' | 'vc_api',
): void {
  count(COUNTERS, { counted: 'verified', words: [verdict, by], numbers: [1] });
}
