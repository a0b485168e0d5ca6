import { MAX_ISSUE_REQUESTS } from '@laurel/contracts/signer-rpc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { signerOf } from '../../development/stewardship.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aCollection } from '../support/showing.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { cellsWith } from '../support/stored-cells.ts';

const NAME = 'Nasrin of Sylhet';
const ACCOUNT = accountIdOf(NAME);
const CREDENTIALS = 500;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(() => laurel.stop());

const stored = (database: 'PUBLIC' | 'PRIVATE') =>
  laurel.runtime.miniflare.getD1Database(database, 'laurel-signer');

async function countIn(database: 'PUBLIC' | 'PRIVATE', sql: string): Promise<number> {
  const counted = await (await stored(database)).prepare(sql).first<number>('count');
  return counted ?? 0;
}

const withBytes = () =>
  countIn('PUBLIC', 'select count(*) as count from credentials where document is not null');
const accounts = () =>
  countIn('PRIVATE', `select count(*) as count from accounts where id = '${ACCOUNT}'`);
const counted = () =>
  countIn('PRIVATE', 'select coalesce(sum(count), 0) as count from erased_counts');

/** Signs as many for an award as will do, by calls that hold as much as they may. */
async function signMany(award: string, wanted: number): Promise<void> {
  const signer = await signerOf(laurel.runtime);
  for (let at = 0; at < wanted; at += MAX_ISSUE_REQUESTS) {
    const requests = Array.from(
      { length: Math.min(MAX_ISSUE_REQUESTS, wanted - at) },
      (_, one) => ({
        requestKey: `many:${at + one}`,
        awardId: award,
        language: 'en',
        disclosure: 'account' as const,
      }),
    );
    for (const made of await signer.issue(requests)) expect(made).toMatchObject({ ok: true });
  }
}

/** From here on, whatever writes this fails, in the middle of its transaction. */
async function failOn(database: 'PUBLIC' | 'PRIVATE', event: string, when = '1') {
  const store = await stored(database);
  await store
    .prepare(
      `create trigger stop before ${event} when ${when} begin select raise(abort, 'stopped'); end`,
    )
    .run();
  return () => store.prepare('drop trigger stop').run();
}

/** A tick, once whatever waits for its time is due. */
async function later(): Promise<void> {
  await (await stored('PRIVATE'))
    .prepare('update outbox set due_at_seconds = 0, leased_until_seconds = 0')
    .run();
  await laurel.runtime.tick();
}

test('an erasure of 500 that is stopped at every step goes on by itself, and counts once', async () => {
  const { id, award, session } = await aHeldCredential(laurel, NAME);
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  await aCollection(session, [id]);
  await signMany(award, CREDENTIALS - 1);
  expect(await withBytes()).toBe(CREDENTIALS);

  const third = `(select count(*) from credentials where document is null) >= ${CREDENTIALS / 3}`;
  let allowAgain = await failOn('PUBLIC', 'update of document on credentials', third);
  expect((await session.post('/me/erase', { username: NAME })).status).toBe(200);
  expect((await session.get('/me')).status).not.toBe(200);
  const left = await withBytes();
  expect(left).toBeGreaterThan(CREDENTIALS / 2);
  expect(left).toBeLessThan(CREDENTIALS);
  await later();
  expect(await withBytes()).toBeLessThanOrEqual(left);
  await allowAgain();

  for (const [database, event] of [
    ['PUBLIC', 'delete on log_salts'],
    ['PUBLIC', 'update of document on status_lists'],
    ['PRIVATE', 'update of award_id on intents'],
    ['PRIVATE', 'delete on accounts'],
  ] as const) {
    allowAgain = await failOn(database, event);
    for (let tick = 0; tick < 4; tick += 1) await later();
    await allowAgain();
    expect([event, await accounts(), await counted()]).toEqual([event, 1, 1]);
  }
  expect(await withBytes()).toBe(0);

  await later();

  expect(await cellsWith(laurel, [NAME, ACCOUNT])).toEqual([]);
  expect(await countIn('PRIVATE', 'select count(*) as count from outbox')).toBe(0);
  expect(await counted()).toBe(1);
  expect(await countIn('PUBLIC', 'select count(*) as count from credentials')).toBe(CREDENTIALS);
  expect((await fetch(`${laurel.url}/c/${id}.json`)).status).toBe(410);
  await checkSigningRecords(laurel);
}, 240_000);
