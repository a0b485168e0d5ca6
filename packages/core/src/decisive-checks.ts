import { type Check, isDamning, isProven, isUnsettled, stateSaid, verdictOf } from './verdict.ts';

/**
 * The checks that a verdict other than `valid` comes from, for a reader to be told first: what speaks
 * against it, or, where it is `unknown`, what was left open. Empty where it is `valid`.
 */
export function decisiveChecks(checks: readonly Check[]): readonly Check[] {
  const verdict = verdictOf(checks);
  if (verdict === 'valid') return [];
  if (verdict === 'unknown') return checks.filter((check) => isLeftOpen(check, checks));
  const failed = checks.filter(({ result }) => result === 'fail');
  if (verdict !== 'invalid') {
    return failed.filter(
      (one) => one.finding === verdict || stateSaid(one).some((said) => said === verdict),
    );
  }
  const damning = failed.filter(isDamning);
  return damning.length > 0
    ? damning
    : failed.filter(
        ({ check, finding }) =>
          check === 'print' ||
          finding === 'unreadable' ||
          (check === 'held' && finding === 'invalid'),
      );
}

/** Of several signatures one that is good is enough. */
function isLeftOpen(one: Check, all: readonly Check[]): boolean {
  return one.check === 'proof' ? !isProven(all) : isUnsettled(one);
}
