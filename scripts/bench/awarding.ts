import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { anAwardRequest, postAwards } from '../../test/support/awarding.ts';
import type { Laurel } from '../../test/support/laurel.ts';
import type { Run } from './run.ts';

const POLL_MS = 25;

/**
 * Awards to batches of these sizes, one after another, by the queue; a small one goes before them, so
 * that nothing is loaded for the first time. Throws where anybody was not awarded.
 */
export async function measureAwarding(
  laurel: Laurel,
  consent: 'ask' | 'paper',
  sizes: readonly number[],
): Promise<readonly Run[]> {
  await awardTo(laurel, consent, 20);
  const runs: Run[] = [];
  for (const size of sizes) runs.push(await awardTo(laurel, consent, size));
  return runs;
}

async function awardTo(laurel: Laurel, consent: 'ask' | 'paper', people: number): Promise<Run> {
  const recipients = Array.from({ length: people }, (_, at) => ({
    username: `Measured ${consent} ${people} of ${at}`,
  }));
  const begunMs = performance.now();
  const answer = await postAwards(laurel, anAwardRequest({ consent, recipients }));
  const acceptedMs = performance.now() - begunMs;
  const { batch } = z.object({ batch: z.string() }).parse(await answer.json());
  const database = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  const inState = (state: string) =>
    database
      .prepare('select count(*) as rows from batch_rows where batch_id = ? and state = ?')
      .bind(batch, state)
      .first<number>('rows');
  while ((await inState('queued')) !== 0) await setTimeout(POLL_MS);
  const settledMs = performance.now() - begunMs;
  if ((await inState('awarded')) !== people) throw new Error('somebody was not awarded');
  return { what: `awarding, consent ${consent}`, people, acceptedMs, settledMs };
}
