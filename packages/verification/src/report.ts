import type { JsonObject } from '@laurel/core/json';
import { type Check, type Verdict, verdictOf } from '@laurel/core/verdict';

export type Report = {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** What was presented, as it was presented; null where nothing was found to look at. */
  readonly credential: JsonObject | null;
};

/** What was asked, and its sum. */
export function reportOf(checks: readonly Check[], credential: JsonObject | null): Report {
  return { verdict: verdictOf(checks), checks, credential };
}

/** The report where nothing can be looked at: one check says why. */
export function reportWithout(check: Check): Report {
  return reportOf([check], null);
}

/** The same report with checks before and behind its own, and their sum. */
export function reportWith(
  report: Report,
  {
    before = [],
    behind = [],
  }: { readonly before?: readonly Check[]; readonly behind?: readonly Check[] },
): Report {
  return reportOf([...before, ...report.checks, ...behind], report.credential);
}
