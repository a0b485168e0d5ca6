import { MAX_ISSUE_REQUESTS } from '@laurel/contracts/signer-rpc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { signerOf } from '../../development/stewardship.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { labelOf, letPass, look } from '../support/looking-at-names.ts';
import { aMember } from '../support/members.ts';
import { giveList, settled } from '../support/sheets.ts';
import { switchLink } from '../support/showing.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { cellsWith } from '../support/stored-cells.ts';

const CREDENTIALS = 450;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(() => laurel.stop());

const stored = (database: 'PUBLIC' | 'PRIVATE') =>
  laurel.runtime.miniflare.getD1Database(database, 'laurel-signer');

/** Signs as many for an award as will do, by calls that hold as much as they may. */
async function signMany(awardId: string, wanted: number): Promise<void> {
  const signer = await signerOf(laurel.runtime);
  for (let at = 0; at < wanted; at += MAX_ISSUE_REQUESTS) {
    const size = Math.min(MAX_ISSUE_REQUESTS, wanted - at);
    const requests = Array.from({ length: size }, (_, one) => ({
      requestKey: `many:${at + one}`,
      awardId,
      language: 'en',
      disclosure: 'account' as const,
    }));
    for (const made of await signer.issue(requests)) expect(made).toMatchObject({ ok: true });
  }
}

/** From here on, whatever writes this fails, in the middle of its transaction. */
async function failOn(database: 'PUBLIC' | 'PRIVATE', event: string, when: string) {
  const store = await stored(database);
  const stop = `create trigger stop before ${event} when ${when} begin select raise(abort, 'stopped'); end`;
  await store.prepare(stop).run();
  return () => store.prepare('drop trigger stop').run();
}

/** The outbox's next tries, each an hour after the one before. */
async function hours(many: number): Promise<void> {
  for (let hour = 0; hour < many; hour += 1) {
    await letPass(laurel, 3_600);
    await laurel.runtime.tick();
  }
}

test('ending 450 certificates that is stopped at every step goes on by itself', async () => {
  const name = 'Nasrin of Sylhet';
  const { id, award, session } = await aHeldCredential(laurel, name);
  await switchLink(session, id, 'on');
  await session.post('/me/feed', { credential: id });
  await signMany(award, CREDENTIALS - 1);
  const organizer = await aMember(laurel, 'Wanjiru of the Archive', ['awarder']);
  await settled(organizer, await giveList(laurel, organizer, `${name}\nLina of Kano`));
  laurel.standIn.accounts.rename(name, 'Nasrin of Khulna');

  const third = `(select count(*) from credentials where document is null) >= ${CREDENTIALS / 3}`;
  for (const [database, event, when] of [
    ['PRIVATE', 'update of username on accounts', '1'],
    ['PRIVATE', 'insert on outbox', "new.task ->> 'task' = 'end_former_name'"],
    ['PRIVATE', 'update of said_former_name on intents', '1'],
    ['PUBLIC', 'update of document on credentials', third],
    ['PUBLIC', 'delete on log_salts', '1'],
    ['PRIVATE', 'update of cells on sheet_rows', '1'],
  ] as const) {
    const allowAgain = await failOn(database, event, when);
    await letPass(laurel, 86_400);
    await laurel.runtime.lookAtNames();
    await hours(3);
    await allowAgain();
    expect([event, await cellsWith(laurel, [name])]).toEqual([
      event,
      expect.arrayContaining(['sheet_rows.cells']),
    ]);
  }

  await hours(4);
  await look(laurel);

  expect(await cellsWith(laurel, [name])).toEqual([]);
  expect(await labelOf(laurel, accountIdOf(name))).toBe('Nasrin of Khulna');
  const left = (await stored('PRIVATE')).prepare('select count(*) as count from outbox');
  expect(await left.first('count')).toBe(0);
  expect((await fetch(`${laurel.url}/c/${id}.json`)).status).toBe(410);
  await checkSigningRecords(laurel);
}, 240_000);

test('what was about to be signed with a name that changes meanwhile is never seen with it', async () => {
  const name = 'Farida of Bogra';
  const { id } = await aHeldCredential(laurel, name);
  const [pub, priv] = [await stored('PUBLIC'), await stored('PRIVATE')];
  const document = await pub
    .prepare('select document from credentials where id = ?')
    .bind(id)
    .first<string>('document');
  const { proof: _, ...unsigned } = JSON.parse(document ?? '');
  // As if the signer had been killed after the intent was recorded, a while ago.
  await pub.prepare('delete from credentials where id = ?').bind(id).run();
  await priv
    .prepare(
      `update intents set state = 'recorded', visible = 1, document = ?,
        recorded_at_seconds = recorded_at_seconds - 3600 where credential_id = ?`,
    )
    .bind(JSON.stringify(unsigned), id)
    .run();
  laurel.standIn.accounts.rename(name, 'Farida of Comilla');
  await letPass(laurel, 86_400);
  await laurel.runtime.lookAtNames();
  const waiting = "delete from outbox where task ->> 'task' = 'end_former_name'";
  expect((await priv.prepare(waiting).run()).meta.changes).toBe(1);

  await laurel.runtime.tick();

  expect((await fetch(`${laurel.url}/c/${id}.json`)).status).toBe(410);
  expect(await cellsWith(laurel, [name])).toEqual([]);
  const said = priv
    .prepare('select said_former_name from intents where credential_id = ?')
    .bind(id);
  expect(await said.first('said_former_name')).toBe(1);
  await checkSigningRecords(laurel);
});
