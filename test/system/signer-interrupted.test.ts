import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { secondsUntilNoon } from '../support/at-noon.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { verifyBy } from '../support/verifying.ts';

type Row = Record<string, string | number | null>;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ clockShiftSeconds: secondsUntilNoon() });
});
afterAll(() => laurel.stop());

async function stores() {
  const { miniflare } = laurel.runtime;
  return {
    pub: await miniflare.getD1Database('PUBLIC', 'laurel-signer'),
    priv: await miniflare.getD1Database('PRIVATE', 'laurel-signer'),
  };
}

/** A credential with everything that was written while it was made. */
async function made() {
  const { page, award } = await aCredential(laurel);
  const id = page.split('/').at(-1) ?? '';
  const { pub, priv } = await stores();
  const published = await pub
    .prepare('select * from credentials where id = ?')
    .bind(id)
    .first<Row>();
  if (published === null) throw new Error('nothing was published');
  const { proof: _, ...unsigned } = JSON.parse(String(published.document));
  /** As if the signer had been killed after the intent was recorded, a while ago. */
  const backToIntent = () =>
    priv
      .prepare(
        "update intents set state = 'recorded', document = ?, recorded_at_seconds = recorded_at_seconds - 3600 where credential_id = ?",
      )
      .bind(JSON.stringify(unsigned), id)
      .run();
  const unpublish = () => pub.prepare('delete from credentials where id = ?').bind(id).run();
  const nowPublished = () =>
    pub.prepare('select * from credentials where id = ?').bind(id).first<Row>();
  const intentState = () =>
    priv.prepare('select state from intents where credential_id = ?').bind(id).first('state');
  return { page, award, id, unsigned, backToIntent, unpublish, nowPublished, intentState };
}

beforeEach(async () => {
  await laurel.runtime.tick();
});

describe('killed after the intent was recorded', () => {
  test('the next run signs the very document of the intent, and releases it', async () => {
    const one = await made();
    await one.unpublish();
    await one.backToIntent();
    expect((await fetch(one.page)).status).toBe(404);

    await laurel.runtime.tick();

    const signed = JSON.parse(String((await one.nowPublished())?.document));
    const { proof, ...document } = signed;
    expect(document).toEqual(one.unsigned);
    expect((await verifyBy(laurel, { url: one.page })).verdict).toBe('valid');
    expect(await one.intentState()).toBe('released');
    await checkSigningRecords(laurel);
  });

  test('and the award revoked since: nothing is ever signed', async () => {
    const one = await made();
    await one.unpublish();
    await one.backToIntent();
    await revoke(laurel, one.award, { reason: 'wrong_person' });

    await laurel.runtime.tick();

    expect(await one.nowPublished()).toBeNull();
    expect(await one.intentState()).toBe('abandoned');
    await checkSigningRecords(laurel);
  });
});

describe('left behind for long', () => {
  test('what cannot be signed stays recorded, and holds up nobody else', async () => {
    const [poison, innocent] = [await made(), await made()];
    for (const one of [poison, innocent]) {
      await one.unpublish();
      await one.backToIntent();
    }
    const { priv } = await stores();
    await priv
      .prepare('update intents set document = ?, recorded_at_seconds = 1 where credential_id = ?')
      .bind(JSON.stringify({ ...poison.unsigned, undefinedTerm: 'unsigned' }), poison.id)
      .run();

    await laurel.runtime.tick();

    expect(await innocent.intentState()).toBe('released');
    expect((await verifyBy(laurel, { url: innocent.page })).verdict).toBe('valid');
    expect(await poison.intentState()).toBe('recorded');
    expect((await fetch(poison.page)).status).toBe(404);
    await priv.prepare('delete from intents where credential_id = ?').bind(poison.id).run();
  });

  test('a training that has run out since is released all the same, and expired', async () => {
    const one = await made();
    await one.unpublish();
    await one.backToIntent();
    const { priv } = await stores();
    const days = { validFrom: '2020-01-01T00:00:00Z', validUntil: '2022-01-01T00:00:00Z' };
    await priv
      .prepare('update intents set document = ?, recorded_at_seconds = ? where credential_id = ?')
      .bind(JSON.stringify({ ...one.unsigned, ...days }), Date.UTC(2020, 0, 1, 12) / 1000, one.id)
      .run();

    await laurel.runtime.tick();

    expect((await verifyBy(laurel, { url: one.page })).verdict).toBe('expired');
    const jwt = await (await fetch(`${one.page}.jwt`)).text();
    expect((await verifyBy(laurel, { credential: jwt })).verdict).toBe('expired');
  });
});

describe('killed after the credential was published, before the intent was closed', () => {
  test('the next run changes no byte, and closes the intent', async () => {
    const one = await made();
    const before = await one.nowPublished();
    await one.backToIntent();

    await laurel.runtime.tick();

    expect(await one.nowPublished()).toEqual(before);
    expect(await one.intentState()).toBe('released');
    await checkSigningRecords(laurel);
  });

  test('and the award revoked since: the credential is revoked', async () => {
    const one = await made();
    await one.backToIntent();
    const { priv } = await stores();
    await priv
      .prepare("update awards set state = 'revoked', revocation_reason = 'duplicate' where id = ?")
      .bind(one.award)
      .run();

    await laurel.runtime.tick();

    expect((await verifyBy(laurel, { url: one.page })).verdict).toBe('revoked');
    await checkSigningRecords(laurel);
  });
});

test('killed before the RS256 JWT was signed: it is asked to wait, then there', async () => {
  const one = await made();
  const { pub } = await stores();
  await pub.prepare('update credentials set rsa_jwt = null where id = ?').bind(one.id).run();

  const waiting = await fetch(`${one.page}.jwt`);
  await laurel.runtime.tick();

  expect(waiting.status).toBe(503);
  expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
  const jwt = await (await fetch(`${one.page}.jwt`)).text();
  expect((await verifyBy(laurel, { credential: jwt })).verdict).toBe('valid');
});

test('killed after a revocation was written, before it was signed: the next run revokes', async () => {
  const one = await made();
  const { priv } = await stores();
  await priv.batch([
    priv
      .prepare("update awards set state = 'revoked', revocation_reason = 'duplicate' where id = ?")
      .bind(one.award),
    priv
      .prepare("insert into outbox values ('left-behind', ?, 0, 0, 1)")
      .bind(JSON.stringify({ task: 'revoke', awardId: one.award })),
  ]);

  await laurel.runtime.tick();

  expect((await verifyBy(laurel, { url: one.page })).verdict).toBe('revoked');
});

test('killed after a status bit was set, before its list was published: the next run publishes', async () => {
  const one = await made();
  const { pub } = await stores();
  const listed = () =>
    pub
      .prepare(
        'select document, changes, published_changes from status_lists where id = (select status_list from credentials where id = ?)',
      )
      .bind(one.id)
      .first<Row>();
  const before = await listed();
  await pub.batch([
    pub
      .prepare(
        'update status_entries set set_at_seconds = 1 where (list, entry_index) in (select status_list, status_index from credentials where id = ?)',
      )
      .bind(one.id),
    pub.prepare('update status_lists set changes = changes + 1'),
  ]);

  await laurel.runtime.tick();

  const after = await listed();
  expect(after?.document).not.toBe(before?.document);
  expect(after?.published_changes).toBe(after?.changes);
});
