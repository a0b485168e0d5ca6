import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { KEY_PUBLISHED_AHEAD_SECONDS } from '@laurel/core/key-schedule';
import jsigs from 'jsonld-signatures';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSteward } from '../support/applying.ts';
import { atMoment } from '../support/at-moment.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import {
  copiesOf,
  type HeldCopies,
  keyIn,
  keyNamedBy,
  publishedHistory,
  publishedMethods,
} from '../support/keys.ts';
import { type MovedLaurel, startMovedLaurel } from '../support/moved-laurel.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { signedOffTheRecord, stolenKey } from '../support/stolen-key.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

const HOUR = 3600;

let moved: MovedLaurel;
/** Of a key that was retired before the theft. */
let ofOldKey: HeldCopies;
/** Logged before the theft. */
let before: HeldCopies;
let revoked: HeldCopies;
let hidden: { readonly id: string; readonly document: Record<string, unknown> };
let withdrawn: { readonly id: string; readonly document: Record<string, unknown> };
/** Signed here after it, before it was known. */
let after: HeldCopies;
/** Signed by the thief, who says that it was made before. */
let forged: Record<string, unknown>;
let stolen: string;
let stolenSince: number;

const laurel = () => moved.now();
const pub = () => laurel().runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');

beforeAll(async () => {
  moved = await startMovedLaurel();
  ofOldKey = await copiesOf((await aCredential(laurel())).page);
  const steward = await aSteward(laurel());
  const rotated = await steward.post(`/desk/stewards/keys/${laurel().issuer}/rotation`);
  expect(rotated.status).toBe(303);
  await moved.later(KEY_PUBLISHED_AHEAD_SECONDS + 60);
  await laurel().runtime.tick();
  stolen = await keyIn(laurel(), 'signing', 'Ed25519');

  before = await copiesOf((await aCredential(laurel())).page);
  const mistaken = await aCredential(laurel());
  await revoke(laurel(), mistaken.award, { reason: 'wrong_person' });
  revoked = await copiesOf(mistaken.page);
  hidden = await aHiddenOne('Zuri of Mombasa');
  withdrawn = await aHiddenOne('Ayşe of İzmir', true);
  await laurel().runtime.tick();

  stolenSince = moved.nowSeconds() + HOUR;
  const key = await stolenKey(laurel(), laurel().issuer);
  expect(key.publicKey.id).toBe(stolen);
  await moved.later(2 * HOUR);
  after = await copiesOf((await aCredential(laurel())).page);
  forged = await signedOffTheRecord(
    { ...before.document, name: 'Organizer of the year' } as never,
    key,
    stolenSince - HOUR,
  );
  await laurel().runtime.tick();

  await declare();
  await laurel().runtime.tick();
});
afterAll(() => moved.stop());

async function aHiddenOne(username: string, withdraw = false) {
  const { id, award, session } = await aHeldCredential(laurel(), username);
  const store = await pub();
  const document = await store
    .prepare('select document from credentials where id = ?')
    .bind(id)
    .first<string>('document');
  if (withdraw) await session.post(`/me/credentials/${id}/withdraw`, { award });
  return { id, document: JSON.parse(document ?? '') };
}

async function declare(): Promise<void> {
  const steward = await aSteward(laurel());
  const path = `/desk/stewards/keys/${laurel().issuer}/${stolen}/compromise`;
  const since = new Date(stolenSince * 1000).toISOString().slice(0, 19);
  const asked = await steward.post(path, { since });
  expect(asked.status).toBe(200);
  expect(await publishedMethods(laurel())).toHaveLength(6);
  const declared = await steward.post(path, { since, agree: 'yes' });
  expect(declared.status).toBe(303);
}

const strangerOf = (credential: object) =>
  atMoment(moved.nowSeconds(), () => verifyByVc(credential, strangersLoader(laurel())));

test('the stolen key leaves did.json and jwks.json at once, retired ones stay, and a new one signs', async () => {
  const methods = (await publishedMethods(laurel())).join(' ');
  const retired = await keyIn(laurel(), 'retired', 'Ed25519');
  const signing = await keyIn(laurel(), 'signing', 'Ed25519');
  expect(methods).not.toContain(stolen);
  expect(methods).toContain(retired);
  expect(methods).toContain(signing);
  const { keys } = await fetchJson(`${laurel().url}/issuers/${laurel().issuer}/jwks.json`);
  expect(JSON.stringify(keys)).not.toContain(stolen);

  const { page } = await aCredential(laurel());
  expect(keyNamedBy(await fetchJson(`${page}.json`))).toBe(signing);
});

test('keys.json says since when, signed by the root key, and stands in the log', async () => {
  const history = await publishedHistory(laurel());
  const told = history.keys.find(({ id }) => id.endsWith(`#${stolen}`));
  expect(Date.parse(told?.compromisedAt ?? '')).toBe(stolenSince * 1000);

  const { error, verified } = await jsigs.verify(history, {
    suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: strangersLoader(laurel()),
  });
  expect(error).toBeUndefined();
  expect(verified).toBe(true);
  const logged = await (await pub())
    .prepare(
      `select count(*) as count from key_histories join log_entries on log_entries.hash = log_hash
        where issuer = ? and kind = 'key'`,
    )
    .bind(laurel().issuer)
    .first('count');
  expect(logged).toBe(1);
});

describe('what was logged before the theft', () => {
  test('is signed anew under the same id: the same document with a new proof, and new JWTs', async () => {
    const fresh = await copiesOf(before.page);
    const { proof: oldProof, ...oldDocument } = before.document;
    const { proof: newProof, ...newDocument } = fresh.document;
    expect(newDocument).toEqual(oldDocument);
    expect(newProof).not.toEqual(oldProof);
    expect(keyNamedBy(fresh.document)).toBe(await keyIn(laurel(), 'signing', 'Ed25519'));
    const [{ created }] = newProof as [{ created: string }];
    expect(Date.parse(created) / 1000).toBeGreaterThan(stolenSince);
    expect(fresh.EdDSA).not.toBe(before.EdDSA);
    expect(fresh.RS256).toBe(before.RS256);
    for (const credential of [fresh.document, fresh.EdDSA, fresh.RS256]) {
      const report = await verifyBy(laurel(), { credential });
      expect(report.verdict).toBe('valid');
      expect(checkIn(report, 'log')?.finding).toBe('included');
    }
    expect((await verifyBy(laurel(), { url: before.page })).verdict).toBe('valid');
    const stranger = await strangerOf(fresh.document);
    expect(stranger.error).toBeUndefined();
    expect(stranger).toMatchObject({ verified: true, statusResult: { verified: true } });
  });

  test('stays valid here in the copies that people kept, and the report says why', async () => {
    for (const credential of [before.document, before.EdDSA]) {
      const report = await verifyBy(laurel(), { credential });
      expect(report.verdict).toBe('valid');
      expect(checkIn(report, 'proof')).toMatchObject({
        result: 'pass',
        finding: 'logged_before_compromise',
      });
      expect(checkIn(report, 'log')?.finding).toBe('included');
    }
    expect((await strangerOf(before.document)).verified).toBe(false);
    const changed = { ...before.document, name: 'Something else' };
    expect((await verifyBy(laurel(), { credential: changed })).verdict).toBe('invalid');
  });

  test('keeps what its holder and its issuer wished: hidden, revoked, withdrawn', async () => {
    expect((await fetch(`${laurel().url}/c/${hidden.id}`)).status).toBe(404);
    expect((await verifyBy(laurel(), { credential: hidden.document })).verdict).toBe('valid');
    const row = await (await pub())
      .prepare('select visible, ed25519_key_id as key from credentials where id = ?')
      .bind(hidden.id)
      .first();
    expect(row).toEqual({ visible: 0, key: await keyIn(laurel(), 'signing', 'Ed25519') });

    expect((await verifyBy(laurel(), { url: revoked.page })).verdict).toBe('revoked');
    expect((await verifyBy(laurel(), { credential: revoked.document })).verdict).toBe('revoked');
    const stranger = await strangerOf((await copiesOf(revoked.page)).document);
    expect(stranger).toMatchObject({
      verified: true,
      statusResult: { results: [{ status: true }] },
    });

    const tombstone = await (await pub())
      .prepare('select document, jose_jwt, state from credentials where id = ?')
      .bind(withdrawn.id)
      .first();
    expect(tombstone).toEqual({ document: null, jose_jwt: null, state: 'withdrawn' });
    const copy = await verifyBy(laurel(), { credential: withdrawn.document });
    expect(copy.verdict).not.toBe('valid');
    await checkSigningRecords(laurel());
  });
});

test('what a key signed that nobody stole is as it was', async () => {
  const now = await copiesOf(ofOldKey.page);
  expect(now).toEqual(ofOldKey);
  expect((await verifyBy(laurel(), { url: ofOldKey.page })).verdict).toBe('valid');
  expect((await strangerOf(now.document)).verified).toBe(true);
});

describe('what was not logged before the theft', () => {
  test('is invalid, whatever time it claims: the thief’s, and our own', async () => {
    for (const credential of [forged, after.document, after.EdDSA]) {
      const report = await verifyBy(laurel(), { credential });
      expect(report.verdict).toBe('invalid');
      expect(checkIn(report, 'proof')).toMatchObject({
        result: 'fail',
        finding: 'compromised_key',
      });
      expect(report.checks.map(({ finding }) => finding)).not.toContain('active');
    }
    expect((await strangerOf(forged)).verified).toBe(false);
    expect((await strangerOf(after.document)).verified).toBe(false);
    expect((await verifyBy(laurel(), { url: after.page })).verdict).toBe('invalid');
  });

  test.each([
    { language: 'en', words: ['The key that signed this was stolen', 'award it anew'] },
    { language: 'ar', words: ['سُرق المفتاح الذي وُقّع به هذا', 'منحه من جديد'] },
  ])('its page says so in $language, and names nobody', async ({ language, words }) => {
    const headers = { accept: 'text/html', 'accept-language': language };
    const page = await (await fetch(after.page, { headers })).text();
    for (const word of words) expect(page).toContain(word);
    expect(page).not.toContain('Ọlá');

    const form = new URLSearchParams({ credential: JSON.stringify(forged) });
    const answer = await fetch(`${laurel().url}/verify`, { method: 'POST', headers, body: form });
    const report = await answer.text();
    for (const word of words) expect(report).toContain(word);
  });
});

test('status lists are signed anew, by the key that signs now', async () => {
  const { credentialStatus } = before.document;
  const { statusListCredential } = credentialStatus as { statusListCredential: string };
  const list = await fetchJson(statusListCredential.replace(laurel().origin, laurel().url));
  expect(keyNamedBy(list)).toBe(await keyIn(laurel(), 'signing', 'Ed25519'));
});

test('the order is done, and the desk tells what is not believed any more', async () => {
  const steward = await aSteward(laurel());
  const path = `/desk/stewards/keys/${laurel().issuer}`;
  const page = await (await steward.get(path)).text();
  expect(page).toContain('A stolen key</strong>: done');
  expect(page).toContain('1 certificate is still signed with it');
  const trail = await (await steward.get('/desk/stewards/audit')).text();
  expect(trail).toContain('Declared a key stolen');
  expect(trail).toContain('Ordered new keys');
});
