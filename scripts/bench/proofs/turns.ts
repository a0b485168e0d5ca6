/** Does an operation so often, and answers the milliseconds that one took. */
export type Measure = (what: string, times: number) => Promise<number>;

/** What is measured, of one operation. */
export const UNIT = process.platform === 'linux' ? 'ms of CPU' : 'ms';

/** Processors count in ticks of 10 ms: a run takes many of them. */
const RUN_MS = 400;

/**
 * Measures several operations in turns, so many rounds, after one that is not counted. How often each is done
 * in a run is found beforehand, so that all runs take about as long.
 */
export async function runInTurns(
  measure: Measure,
  names: readonly string[],
  rounds: number,
): Promise<(name: string) => readonly number[]> {
  const times = new Map<string, number>();
  for (const name of names) {
    await measure(name, 50);
    const ms = await measure(name, 100);
    times.set(name, Math.max(30, Math.ceil(RUN_MS / Math.max(ms, 0.01))));
  }
  const runs = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      runs.get(name)?.push(await measure(name, times.get(name) ?? 0));
    }
  }
  return (name) => runs.get(name) ?? [];
}
