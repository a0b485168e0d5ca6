import { setTimeout } from 'node:timers/promises';
import { MAX_RECIPIENTS } from '@laurel/contracts/award-request';
import { z } from 'zod';
import { anAwardRequest, postAwards } from '../../test/support/awarding.ts';
import type { Laurel } from '../../test/support/laurel.ts';
import { useOf } from './process-tree.ts';

/** Looking costs the one processor that everything shares some milliseconds each time. */
const POLL_MS = 100;

/** What one run of so many people took; they are awarded in batches, each sent when the one before it is done. */
export type BatchesRun = {
  readonly people: number;
  readonly batches: number;
  /** Until requests were answered, all together. */
  readonly acceptedMs: number;
  /** Until everybody had what is signed at once, the Data Integrity proof and the EdDSA JWT, from the request on. */
  readonly signedMs: number;
  /** The same until the RS256 JWTs were there too. */
  readonly completeMs: number;
  /** Of the processors, by the runtime and everything in it, until they were signed. */
  readonly signedCpuMs: number;
  readonly completeCpuMs: number;
  /** What the runtime held of memory after each batch. */
  readonly residentMiB: readonly number[];
};

/** Awards to so many people with consent on paper, through the whole of a running Laurel. Throws where anybody was not. */
export async function measureBatches(laurel: Laurel, people: number): Promise<BatchesRun> {
  const run = crypto.randomUUID().slice(0, 8);
  const sums = { acceptedMs: 0, signedMs: 0, completeMs: 0, signedCpuMs: 0, completeCpuMs: 0 };
  const residentMiB: number[] = [];
  for (let from = 0; from < people; from += MAX_RECIPIENTS) {
    const size = Math.min(MAX_RECIPIENTS, people - from);
    const names = Array.from({ length: size }, (_, at) => `Bulk ${run} ${from + at}`);
    const took = await awardTo(laurel, names);
    sums.acceptedMs += took.accepted.ms;
    sums.signedMs += took.signed.ms;
    sums.completeMs += took.complete.ms;
    sums.signedCpuMs += took.signed.cpuMs;
    sums.completeCpuMs += took.complete.cpuMs;
    residentMiB.push(useOf('workerd').residentMiB);
  }
  return { people, batches: residentMiB.length, ...sums, residentMiB };
}

async function awardTo(laurel: Laurel, names: readonly string[]) {
  const { miniflare } = laurel.runtime;
  const [ofPeople, ofStrangers] = await Promise.all([
    miniflare.getD1Database('PRIVATE', 'laurel-signer'),
    miniflare.getD1Database('PUBLIC', 'laurel-signer'),
  ]);
  const recipients = names.map((username) => ({ username }));
  const body = JSON.stringify(anAwardRequest({ recipients }));
  const since = sinceNow();
  const answer = await postAwards(laurel, body);
  const accepted = since();
  const { batch } = z.object({ batch: z.string() }).parse(await answer.json());
  const inState = (state: string) =>
    ofPeople
      .prepare('select count(*) as rows from batch_rows where batch_id = ? and state = ?')
      .bind(batch, state)
      .first<number>('rows');
  const awarding = "select 1 as one from outbox where task ->> 'task' = 'award_rows' limit 1";
  await until(async () => (await ofPeople.prepare(awarding).first('one')) === null);
  const signed = since();
  if ((await inState('awarded')) !== names.length) throw new Error('somebody was not awarded');
  const missing = `select 1 as one from credentials
    where rsa_jwt is null and document is not null limit 1`;
  await until(async () => (await ofStrangers.prepare(missing).first('one')) === null);
  const complete = since();
  return { accepted, signed, complete };
}

function sinceNow() {
  const begunMs = performance.now();
  const { cpuMs } = useOf('workerd');
  return () => ({ ms: performance.now() - begunMs, cpuMs: useOf('workerd').cpuMs - cpuMs });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(POLL_MS);
}
