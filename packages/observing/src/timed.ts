/** What some work answered or threw, and how long that took: between two readings of the clock, in milliseconds. */
export type Timed<Answer> =
  | { readonly ok: true; readonly answer: Answer; readonly ms: number }
  | { readonly ok: false; readonly defect: unknown; readonly ms: number };

/** Does work and times it. In a Worker the clock stands still while nothing is waited for. */
export async function timed<Answer>(work: () => Promise<Answer>): Promise<Timed<Answer>> {
  const beganMs = Date.now();
  try {
    const answer = await work();
    return { ok: true, answer, ms: Date.now() - beganMs };
  } catch (defect) {
    return { ok: false, defect, ms: Date.now() - beganMs };
  }
}
