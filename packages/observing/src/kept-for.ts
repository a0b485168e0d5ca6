/** While somebody is at it for this long at most, others are answered what was found before. */
const AT_MOST_BUSY_MS = 10_000;

/**
 * The same work, done at most every so often in an isolate: what strangers ask for as often as they like costs no
 * more than that. Only answers are kept, never what is still waited for, as that belongs to one request.
 */
export function keptFor<Given extends readonly unknown[], Answer>(
  keptMs: number,
  work: (...given: Given) => Promise<Answer>,
  nowMs: () => number = Date.now,
): (...given: Given) => Promise<Answer> {
  let kept: { readonly answer: Answer; readonly untilMs: number } | null = null;
  let busyUntilMs = 0;
  return async (...given) => {
    const askedMs = nowMs();
    if (kept !== null && askedMs < Math.max(kept.untilMs, busyUntilMs)) return kept.answer;
    busyUntilMs = askedMs + AT_MOST_BUSY_MS;
    try {
      const answer = await work(...given);
      kept = { answer, untilMs: nowMs() + keptMs };
      return answer;
    } finally {
      busyUntilMs = 0;
    }
  };
}
