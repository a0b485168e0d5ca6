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

/** The report where an address was given and nothing can be shown: hidden and unknown answer alike. */
export function nothingRetrieved(finding: 'nothing_here' | 'foreign_address'): Report {
  const result = finding === 'nothing_here' ? 'fail' : 'warn';
  return reportOf([{ check: 'retrieval', result, finding, values: [] }], null);
}
