/**
 * A defect as it may be logged: what kind, and where in the code. Messages are left out, as those of
 * failed queries carry their parameters, and a parameter may be a name or the hash of a token.
 */
export function describeDefect(defect: unknown): string {
  if (!(defect instanceof Error)) return typeof defect;
  const frames = (defect.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = defect.cause === undefined ? [] : [`caused by ${describeDefect(defect.cause)}`];
  const parts = defect instanceof AggregateError ? defect.errors.map(describeDefect) : [];
  return [defect.name, ...frames, ...cause, ...parts].join('\n');
}
