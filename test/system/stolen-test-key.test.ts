import { issuerDid } from '@laurel/core/addresses';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aSteward } from '../support/applying.ts';
import { keyIn } from '../support/keys.ts';
import { type Laurel, startLaurel, TEST_ISSUER } from '../support/laurel.ts';
import { issuedBy, postVcApi, signingToken } from '../support/vc-api.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let token: string;
beforeAll(async () => {
  laurel = await startLaurel();
  token = await signingToken(laurel);
});
afterAll(() => laurel.stop());
beforeEach(() => laurel.runtime.tick());

const { slug } = TEST_ISSUER;
const pub = () => laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
const signingNow = () => keyIn(laurel, 'signing', 'Ed25519', slug);

function aDocument(issuer = issuerDid(laurel.origin, slug)) {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer,
    credentialSubject: { id: 'did:example:subject' },
  };
}

async function didKeyOf(id: string): Promise<string> {
  const multibase = await (await pub())
    .prepare('select multibase from verification_keys where id = ?')
    .bind(id)
    .first<string>('multibase');
  return `did:key:${multibase}`;
}

async function declare(id: string): Promise<void> {
  const steward = await aSteward(laurel);
  const since = '2026-01-01T00:00';
  const path = `/desk/stewards/keys/${slug}/${id}/compromise`;
  expect((await steward.post(path, { since, agree: 'yes' })).status).toBe(303);
}

describe('what a stolen key of a test issuer signed', () => {
  test('is invalid by each of its names and in each form, and the report says why', async () => {
    const stolen = await signingNow();
    const documents = [aDocument(), aDocument(await didKeyOf(stolen))];
    const signed = [];
    for (const document of documents) {
      for (const options of [{}, { cryptosuite: 'eddsa-jcs-2022' }, { format: 'vc+jwt' }]) {
        signed.push(await issuedBy(laurel, token, document, options));
      }
    }
    for (const credential of signed) {
      expect((await verifyBy(laurel, { credential })).verdict).toBe('valid');
    }

    await declare(stolen);

    for (const credential of signed) {
      const report = await verifyBy(laurel, { credential });
      expect(report.verdict).toBe('invalid');
      expect(checkIn(report, 'proof')?.finding).toBe('compromised_key');
      const answer = await postVcApi(laurel, '/credentials/verify', {
        verifiableCredential: credential,
      });
      expect([400, 422]).toContain(answer.status);
    }
    const fresh = await issuedBy(laurel, token, aDocument());
    expect((await verifyBy(laurel, { credential: fresh })).verdict).toBe('valid');
  });
});

test('what was being signed when its key was declared stolen is signed with the next key', async () => {
  const options = {
    credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }],
  };
  await issuedBy(laurel, token, aDocument(), options);
  const steward = await aSteward(laurel);
  await steward.post(`/desk/stewards/keys/${slug}/rotation`);
  const stolen = await signingNow();
  const next = await keyIn(laurel, 'waiting', 'Ed25519', slug);
  const store = await pub();
  // The entry is drawn after the key was read, and before the document is signed with it.
  await store
    .prepare(
      `create trigger stolen after insert on status_entries begin
        update verification_keys set compromised_at_seconds = 1 where id = '${stolen}';
        update verification_keys set waiting = 0 where id = '${next}';
        update status_lists set changes = changes + 1; end`,
    )
    .run();

  const signed = await issuedBy(laurel, token, aDocument(), options);

  await store.prepare('drop trigger stolen').run();
  expect(JSON.stringify(signed)).toContain(`#${next}`);
  expect(JSON.stringify(signed)).not.toContain(stolen);
  await laurel.runtime.tick();
  expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('valid');
});
