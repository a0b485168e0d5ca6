import { readFileSync } from 'node:fs';
import { RECORD_OWNER } from '@laurel/core/key-owners';
import { MAX_RECORD_CREDENTIALS } from '@laurel/core/learner-record';
import { valuesWithinBounds } from '@laurel/verification/bounds';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { importJWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revoke } from '../support/awarding.ts';
import { keyRows } from '../support/keys.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aHolder, type Holder, makeRecord } from '../support/recording.ts';
import { signedOffTheRecord, stolenKey } from '../support/stolen-key.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

type Json = Record<string, unknown>;
type LearnerRecord = Json & { credentialSubject: { id: string; verifiableCredential: Json[] } };

let laurel: Laurel;
let holder: Holder;
let record: string;
let document: LearnerRecord;

const page = (id: string) => `${laurel.url}/c/${id}`;

beforeAll(async () => {
  laurel = await startLaurel();
  holder = await aHolder(laurel, 'Zainab of Kano', [{}, { disclosure: 'none' }]);
  record = await makeRecord(holder.session, holder.credentials);
  await holder.session.post(`/me/record/${record}/link`, { link: 'on' });
  document = (await fetchJson(`${page(record)}.json`)) as LearnerRecord;
});
afterAll(() => laurel.stop());

async function onRecord(id: string): Promise<Json> {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const text = await store
    .prepare('select document from credentials where id = ?')
    .bind(id)
    .first<string>('document');
  return JSON.parse(text ?? '');
}

function heldChecks({ checks }: Awaited<ReturnType<typeof verifyBy>>) {
  return checks.filter(({ check }) => check === 'held').map(({ finding }) => finding);
}

describe('what is signed', () => {
  test('holds the credentials as they were signed, in the order in which they were chosen', async () => {
    const { credentialSubject } = document;

    expect(credentialSubject.verifiableCredential).toEqual(
      await Promise.all(holder.credentials.map(onRecord)),
    );
    expect(credentialSubject.id).toMatch(/^urn:uuid:/);
    expect(document).toMatchObject({ name: 'What I learned', partial: true });
    expect(Array.isArray(document.credentialStatus)).toBe(false);
  });

  test('names no account beyond what its credentials say themselves', () => {
    const { credentialSubject, ...own } = document;
    const { verifiableCredential: _, ...subject } = credentialSubject;

    expect(JSON.stringify([own, subject])).not.toContain('Zainab');
  });

  test('is clean by the schema of CLR 2.0, and so is each credential in it', () => {
    const ajv = new Ajv2019({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const schema = (name: string) => JSON.parse(readFileSync(`test/vectors/${name}.json`, 'utf8'));
    const validate = ajv.compile(schema('clr_v2p0_clrcredential_schema'));
    const validateHeld = ajv.compile(schema('ob_v3p0_achievementcredential_schema'));

    validate(document);
    expect(validate.errors).toBeNull();
    for (const one of document.credentialSubject.verifiableCredential) {
      validateHeld(one);
      expect(validateHeld.errors).toBeNull();
    }
  });

  test('leaves room for twenty like these within what anybody’s verification takes', () => {
    const [one] = document.credentialSubject.verifiableCredential;
    const verifiableCredential = Array.from({ length: MAX_RECORD_CREDENTIALS }, () => one);
    const full = { ...document, credentialSubject: { verifiableCredential } };

    expect(valuesWithinBounds(full as never)).toMatchObject({ ok: true });
  });

  test('verifies by a library that is not ours, status too, and so does each in it by itself', async () => {
    for (const one of [document, ...document.credentialSubject.verifiableCredential]) {
      const result = await verifyByVc(one, strangersLoader(laurel));
      expect(result.error).toBeUndefined();
      expect(result).toMatchObject({ verified: true, statusResult: { verified: true } });
    }
  });

  test.each([
    { query: '', alg: 'RS256', typ: 'JWT' },
    { query: '?profile=vc-jose', alg: 'EdDSA', typ: 'vc+jwt' },
  ])('is an $alg JWT as well, by a key of the service', async ({ query, alg, typ }) => {
    const jwt = await (await fetch(`${page(record)}.jwt${query}`)).text();
    const did = (await fetchJson(`${laurel.url}/.well-known/did.json`)) as {
      id: string;
      verificationMethod: { id: string; publicKeyJwk?: Json }[];
    };

    const { payload } = await jwtVerify(
      jwt,
      async ({ kid }) => {
        const method = did.verificationMethod.find(({ id }) => id === kid);
        return importJWK(method?.publicKeyJwk ?? {}, alg);
      },
      { algorithms: [alg], issuer: did.id, subject: document.credentialSubject.id, typ },
    );

    const { proof: _, ...unsigned } = document;
    expect(payload).toMatchObject(unsigned);
    expect((await verifyBy(laurel, { credential: jwt })).verdict).toBe('valid');
  });
});

describe('verifying one', () => {
  test('has a line for each credential in it, and one verdict, by address, document and page', async () => {
    for (const body of [{ credential: document }, { url: `${laurel.origin}/c/${record}` }]) {
      const report = await verifyBy(laurel, body);
      expect(report.verdict).toBe('valid');
      expect(heldChecks(report)).toEqual(['valid', 'valid']);
      expect(report.checks).toContainEqual(
        expect.objectContaining({ check: 'log', finding: 'included' }),
      );
    }
    const html = await (await fetch(page(record), { headers: { accept: 'text/html' } })).text();
    expect(html).toContain('data-verdict="valid"');
    expect(html).toContain('What I learned');
    expect(html).toContain('A demonstration: this issuer is invented');
  });

  test('of which something was changed finds that, whether in the record or in what it holds', async () => {
    const renamed = await verifyBy(laurel, { credential: { ...document, name: 'Diploma' } });
    const [first, ...others] = document.credentialSubject.verifiableCredential;
    const swapped = await verifyBy(laurel, {
      credential: {
        ...document,
        credentialSubject: {
          ...document.credentialSubject,
          verifiableCredential: [{ ...first, name: 'Professor' }, ...others],
        },
      },
    });
    const added = await verifyBy(laurel, { credential: { ...document, alumni: 'of all' } });

    expect([renamed.verdict, swapped.verdict, added.verdict]).toEqual([
      'invalid',
      'invalid',
      'invalid',
    ]);
    expect(heldChecks(swapped)).toEqual([]);
  });

  test('of which one was revoked or withdrawn since says which', async () => {
    const other = await aHolder(laurel, 'Ọlá of Ìbàdàn', [{}, {}, {}]);
    const id = await makeRecord(other.session, other.credentials);
    await other.session.post(`/me/record/${id}/link`, { link: 'on' });
    const credential = await fetchJson(`${page(id)}.json`);

    await other.session.post(`/me/credentials/${other.credentials[1]}/withdraw`);
    const withdrawn = await verifyBy(laurel, { credential });
    await revoke(laurel, other.awards[2] ?? '', { reason: 'wrong_person' });
    const revoked = await verifyBy(laurel, { credential });

    expect(withdrawn.verdict).toBe('withdrawn');
    expect(heldChecks(withdrawn)).toEqual(['valid', 'withdrawn', 'valid']);
    expect(revoked.verdict).toBe('revoked');
    expect(heldChecks(revoked)).toEqual(['valid', 'withdrawn', 'revoked']);
    const html = await (await fetch(page(id), { headers: { accept: 'text/html' } })).text();
    expect(html).toContain('data-verdict="revoked"');
    expect(html).not.toContain('Ọlá');
  });

  test('that a thief of the record’s key made of somebody’s credentials is invalid', async () => {
    const forged = await signedOffTheRecord(
      { ...document, name: 'Another title' } as never,
      await stolenKey(laurel, RECORD_OWNER),
    );

    expect((await verifyBy(laurel, { credential: forged })).verdict).toBe('invalid');
  });
});

test('records are signed by keys of their own, which the root key vouches for', async () => {
  const keys = await keyRows(laurel, RECORD_OWNER);
  const history = (await fetchJson(`${laurel.url}/.well-known/keys.json`)) as {
    keys: { id: string; use: string }[];
  };

  const published = history.keys.filter(({ use }) => use === 'record');
  expect(published.map(({ id }) => id.split('#')[1]).sort()).toEqual(
    keys.map(({ id }) => id).sort(),
  );
  const [proof] = document.proof as { verificationMethod: string }[];
  expect(published.map(({ id }) => id)).toContain(proof?.verificationMethod);
});
