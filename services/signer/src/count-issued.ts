import type { Result } from '@laurel/core/result';
import { type Counters, count } from '@laurel/observing/counters';

/** What a call that signs was asked for. */
type Kind = 'credential' | 'endorsement' | 'record' | 'document';

/** Does a call that signs, and counts how many of its answers were signed and how many refused. */
export async function countIssued<Answer>(
  counters: Counters,
  kind: Kind,
  work: () => Promise<Answer>,
  resultsOf: (answer: Answer) => readonly Result<unknown, unknown>[],
): Promise<Answer> {
  const beganMs = Date.now();
  const answer = await work();
  const results = resultsOf(answer);
  const signed = results.filter(({ ok }) => ok).length;
  count(counters, {
    counted: 'issued',
    words: [kind],
    numbers: [signed, results.length - signed, Date.now() - beganMs],
  });
  return answer;
}
