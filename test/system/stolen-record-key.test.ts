import { RECORD_OWNER } from '@laurel/core/key-owners';
import { KEY_ROTATION_AGE_SECONDS } from '@laurel/core/key-schedule';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsFor } from '../../scripts/keys/statements.ts';
import { keyIn } from '../support/keys.ts';
import { type MovedLaurel, startMovedLaurel } from '../support/moved-laurel.ts';
import { aHolder, type Holder, makeRecord } from '../support/recording.ts';
import { signedOffTheRecord, stolenKey } from '../support/stolen-key.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

const HOUR = 3600;

type Json = Record<string, unknown>;

let moved: MovedLaurel;
let holder: Holder;
let before: { readonly id: string; readonly document: Json };
let after: { readonly id: string; readonly document: Json };
let forged: Json;
let stolen: string;

const laurel = () => moved.now();

beforeAll(async () => {
  moved = await startMovedLaurel();
  holder = await aHolder(laurel(), 'रूपा of पुणे');
  before = await aShownRecord();
  stolen = await keyIn(laurel(), 'signing', 'Ed25519', RECORD_OWNER);
  await laurel().runtime.tick();
  const since = moved.nowSeconds() + HOUR;
  const key = await stolenKey(laurel(), RECORD_OWNER);
  await moved.later(2 * HOUR);
  after = await aShownRecord();
  forged = await signedOffTheRecord({ ...before.document, name: 'Forged' } as never, key);
  await laurel().runtime.tick();
  await order({ command: 'compromised', keyId: stolen, sinceSeconds: since });
});
afterAll(() => moved.stop());

async function order(command: Parameters<typeof statementsFor>[0]) {
  const store = await laurel().runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  for (const { sql } of statementsFor(command)) await store.prepare(sql).run();
  await laurel().runtime.tick();
}

async function aShownRecord() {
  const id = await makeRecord(holder.session, holder.credentials);
  await holder.session.post(`/me/record/${id}/link`, { link: 'on' });
  return { id, document: await fetchJson(`${laurel().url}/c/${id}.json`) };
}

function methodOf({ proof }: Json): string {
  return String((proof as Json[])[0]?.verificationMethod);
}

test('a stolen key of records leaves did.json, and another signs at once', async () => {
  const next = await keyIn(laurel(), 'signing', 'Ed25519', RECORD_OWNER);
  const did = JSON.stringify(await fetchJson(`${laurel().url}/.well-known/did.json`));

  expect(did).not.toContain(stolen);
  expect(did).toContain(next);
  expect(methodOf((await aShownRecord()).document)).toContain(next);
});

test('a record from before the theft is signed anew under its address, and holds what it held', async () => {
  const renewed = await fetchJson(`${laurel().url}/c/${before.id}.json`);

  expect(methodOf(renewed)).not.toBe(methodOf(before.document));
  expect(renewed.credentialSubject).toEqual(before.document.credentialSubject);
  expect((await verifyBy(laurel(), { credential: renewed })).verdict).toBe('valid');
  expect((await verifyBy(laurel(), { credential: before.document })).verdict).toBe('valid');
  const byOthers = await verifyByVc(renewed, strangersLoader(laurel()));
  expect(byOthers).toMatchObject({ verified: true, statusResult: { verified: true } });
});

test('nothing else that it signed is believed: neither what came after, nor what the thief made', async () => {
  for (const credential of [after.document, forged]) {
    expect((await verifyBy(laurel(), { credential })).verdict).toBe('invalid');
  }
  expect((await verifyBy(laurel(), { url: `${laurel().origin}/c/${after.id}` })).verdict).toBe(
    'invalid',
  );
});

test('a stolen key of an issuer leaves what a record holds valid, as it was logged before', async () => {
  const own = await keyIn(laurel(), 'signing', 'Ed25519');
  const record = await aShownRecord();
  await laurel().runtime.tick();
  const since = moved.nowSeconds() + HOUR;
  await moved.later(2 * HOUR);

  await order({ command: 'compromised', keyId: own, sinceSeconds: since });

  const report = await verifyBy(laurel(), { credential: record.document });
  expect(report.verdict).toBe('valid');
  const next = await aShownRecord();
  expect(JSON.stringify(next.document.credentialSubject)).not.toContain(own);
});

test('keys of records are followed by new ones after a year, like those of issuers', async () => {
  const old = await keyIn(laurel(), 'signing', 'Ed25519', RECORD_OWNER);
  await moved.later(KEY_ROTATION_AGE_SECONDS + HOUR);
  await laurel().runtime.tick();
  await moved.later(25 * HOUR);
  await laurel().runtime.tick();

  expect(await keyIn(laurel(), 'signing', 'Ed25519', RECORD_OWNER)).not.toBe(old);
  const { document } = await aRecordOfNow();
  expect(methodOf(document)).not.toContain(old);
});

async function aRecordOfNow() {
  holder = await aHolder(laurel(), 'सीता of पुणे');
  return aShownRecord();
}
