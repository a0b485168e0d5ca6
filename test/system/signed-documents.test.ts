import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { issuerDid } from '@laurel/core/addresses';
import { KNOWN_CONTEXTS } from '@laurel/proofs/known-contexts';
import { createLocalJWKSet, jwtVerify } from 'jose';
import jsigs from 'jsonld-signatures';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountIdOf, ORGANIZER } from '../../development/demonstration/seed.ts';
import { auditedActs, privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel, TEST_ISSUER } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { issuedBy, postVcApi, signingToken } from '../support/vc-api.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const V1 = 'https://www.w3.org/2018/credentials/v1';
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';

let laurel: Laurel;
let token: string;
let did: string;
beforeAll(async () => {
  laurel = await startLaurel();
  token = await signingToken(laurel);
  did = issuerDid(laurel.origin, TEST_ISSUER.slug);
});
afterAll(() => laurel.stop());

function aDocument(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    '@context': [V2],
    type: ['VerifiableCredential'],
    issuer: did,
    credentialSubject: { id: 'did:example:subject' },
    ...change,
  };
}

function issue(credential: unknown, options: object = {}): Promise<Response> {
  return postVcApi(laurel, '/credentials/issue', { credential, options }, token);
}

describe('what a test issuer has signed', () => {
  test('has an eddsa-rdfc-2022 proof unless told otherwise, which strangers find good', async () => {
    const signed = await issuedBy(laurel, token, aDocument());
    expect(signed).toMatchObject({
      ...aDocument(),
      proof: {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        proofPurpose: 'assertionMethod',
        created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    });
    expect((await verifyByVc(signed, strangersLoader(laurel))).verified).toBe(true);
    expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('valid');
  });

  test('has an eddsa-jcs-2022 proof where that is asked for', async () => {
    const signed = await issuedBy(laurel, token, aDocument(), { cryptosuite: 'eddsa-jcs-2022' });
    const { verified } = await jsigs.verify(signed, {
      suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
      purpose: new jsigs.purposes.AssertionProofPurpose(),
      documentLoader: strangersLoader(laurel),
    });
    expect(verified).toBe(true);
    expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('valid');
  });

  test('is a vc+jwt in an envelope where that is asked for', async () => {
    const signed = await issuedBy(laurel, token, aDocument(), { format: 'vc+jwt' });
    expect(signed).toMatchObject({ '@context': [V2], type: 'EnvelopedVerifiableCredential' });
    const [, jwt = ''] = String(signed.id).split('data:application/vc+jwt,');
    const keys = await fetchJson(`${laurel.url}/issuers/${TEST_ISSUER.slug}/jwks.json`);
    const { payload, protectedHeader } = await jwtVerify(jwt, createLocalJWKSet(Object(keys)));
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'vc+jwt' });
    expect(payload).toEqual(aDocument());
    expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('valid');
  });

  test('may be of version 1.1, with the vocabulary that its proof needs', async () => {
    const old = { ...aDocument({ '@context': [V1] }), issuanceDate: '2021-05-06T07:08:09Z' };
    const signed = await issuedBy(laurel, token, old);
    const ours = strangersLoader(laurel);
    const loader: typeof ours = async (url) => {
      const document = KNOWN_CONTEXTS.get(url);
      return document === undefined ? ours(url) : { documentUrl: url, document, contextUrl: null };
    };
    expect((await verifyByVc(signed, loader)).verified).toBe(true);
    expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('valid');
  });

  test('may have any dates, and is told as what they make of it', async () => {
    const signed = await issuedBy(laurel, token, aDocument({ validUntil: '2020-01-01T00:00:00Z' }));
    expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('expired');
  });

  test('gets its issuer where it names none, or only what it is called', async () => {
    expect(await issuedBy(laurel, token, aDocument({ issuer: undefined }))).toMatchObject({
      issuer: did,
    });
    const named = await issuedBy(laurel, token, aDocument({ issuer: { name: 'Eksempel' } }));
    expect(named.issuer).toEqual({ name: 'Eksempel', id: did });
  });

  test('may be issued under its key’s own name, and is called a test there too', async () => {
    const { verificationMethod } = Object(
      await fetchJson(`${laurel.url}/issuers/${TEST_ISSUER.slug}/did.json`),
    );
    const multibase = Object(verificationMethod)
      .map((method: object) => Object(method).publicKeyMultibase)
      .find((one: unknown) => one !== undefined);
    const key = `did:key:${multibase}`;
    const signed = await issuedBy(laurel, token, aDocument({ issuer: key }));
    expect(signed).toMatchObject({ proof: { verificationMethod: `${key}#${key.slice(8)}` } });
    const report = await verifyBy(laurel, { credential: signed });
    expect(report.verdict).toBe('valid');
    expect(checkIn(report, 'issuer')?.finding).toBe('known_as_test');
    const options = { credentialStatus: { statusPurpose: 'revocation' } };
    await expectProblem(await issue(aDocument({ issuer: key }), options), {
      reason: 'request_invalid',
      issue: '/options/credentialStatus',
    });
  });

  test('is on record without what it said', async () => {
    await issuedBy(laurel, token, aDocument({ name: 'Прадед' }));
    const { results } = await (await privateStore(laurel))
      .prepare('select state, document, digest from document_intents')
      .all();
    expect(results.length).toBeGreaterThan(0);
    for (const row of results) {
      expect(row).toEqual({
        state: 'released',
        document: null,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
    expect(await auditedActs(laurel, TEST_ISSUER.slug)).toContain('document_signed');
  });

  test('stands in the log, by the digest of what was answered', async () => {
    const signed = await issuedBy(laurel, token, aDocument());
    const text = new TextEncoder().encode(JSON.stringify(signed));
    const digest = await crypto.subtle.digest('SHA-256', text);
    const hash = Buffer.from(digest).toString('base64');
    const PUBLIC = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const entry = await PUBLIC.prepare('select kind from log_entries where hash = ?').bind(hash);
    expect(await entry.first()).toEqual({ kind: 'credential' });
  });

  test('and what was left behind before it was answered is abandoned, and forgotten', async () => {
    const credentialId = crypto.randomUUID();
    await issuedBy(laurel, token, aDocument(), { credentialId });
    const store = await privateStore(laurel);
    await store
      .prepare(
        "update document_intents set state = 'recorded', document = '{}', digest = null, recorded_at_seconds = recorded_at_seconds - 120 where credential_id = ?",
      )
      .bind(credentialId)
      .run();
    await laurel.runtime.tick();
    expect(
      await store
        .prepare('select state, document from document_intents where credential_id = ?')
        .bind(credentialId)
        .first(),
    ).toEqual({ state: 'abandoned', document: null });
  });
});

describe('an invalid document is refused with every reason, and nothing is signed', () => {
  test.each<readonly [string, Record<string, unknown>, string]>([
    ['no context', { '@context': undefined }, '/credential/@context'],
    ['the base context missing', { '@context': [EXAMPLES] }, '/credential/@context/0'],
    ['no type', { type: undefined }, '/credential/type'],
    ['an issuer that is null', { issuer: null }, '/credential/issuer'],
    ['an issuer’s id that is null', { issuer: { id: null } }, '/credential/issuer/id'],
    ['an id that is no URL', { id: 'https ://x' }, '/credential/id'],
    [
      'a subject of whom nothing is said',
      { credentialSubject: {} },
      '/credential/credentialSubject',
    ],
    ['a time in words', { validFrom: 'tomorrow' }, '/credential/validFrom'],
    [
      'a status without a type',
      { credentialStatus: { id: 'urn:x:y' } },
      '/credential/credentialStatus/type',
    ],
    [
      'a wrong digest',
      {
        relatedResource: {
          id: V2,
          digestMultibase: 'uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0',
        },
      },
      '/credential/relatedResource/digestMultibase',
    ],
    ['a proof', { proof: { type: 'DataIntegrityProof' } }, '/credential/proof'],
    ['two faults at once', { type: undefined, id: null }, '/credential/type /credential/id'],
    [
      'a type that no context defines',
      { type: ['VerifiableCredential', 'Undefined'] },
      '/credential',
    ],
    [
      'a term that no context defines',
      { credentialSubject: { id: 'did:example:a', undefinedTerm: 1 } },
      '/credential',
    ],
    [
      'a misplaced status entry',
      { statusEntry: { type: 'BitstringStatusListEntry', statusListIndex: true } },
      '/credential',
    ],
    [
      'a context that is not kept here',
      { '@context': [V2, 'https://library.example/context.json'] },
      '/credential',
    ],
    [
      'a protected term defined anew',
      { '@context': [V2, { VerifiableCredential: 'https://library.example/#Bad' }] },
      '/credential',
    ],
    [
      'a type that stands for no URL',
      { '@context': [V2, { A: 'https ://x#A' }], type: ['VerifiableCredential', 'A'] },
      '/credential',
    ],
  ])('%s', async (_, change, pointers) => {
    for (const options of [{}, { cryptosuite: 'eddsa-jcs-2022' }, { format: 'vc+jwt' }]) {
      const problem = await expectProblem(await issue(aDocument(change), options), {
        reason: 'request_invalid',
      });
      expect(problem.status).toBe(422);
      expect(problem.issues?.map(({ pointer }) => pointer)).toEqual(
        expect.arrayContaining(pointers.split(' ')),
      );
    }
  });

  test('options that contradict each other, or that are not offered', async () => {
    for (const [options, issueAt] of [
      [{ cryptosuite: 'eddsa-rdfc-2022', format: 'vc+jwt' }, '/options/format'],
      [{ cryptosuite: 'bbs-2023' }, '/options/cryptosuite'],
      [{ format: 'dc+sd-jwt' }, '/options/format'],
      [{ credentialStatus: { statusPurpose: 'message' } }, '/options/credentialStatus'],
    ] as const) {
      await expectProblem(await issue(aDocument(), options), {
        reason: 'request_invalid',
        issue: issueAt,
      });
    }
  });

  test('a document that nests or holds more than any should', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`);
    for (const credentialSubject of [deep, { id: 'did:example:a', name: Array(4_000).fill('a') }]) {
      await expectProblem(await issue(aDocument({ credentialSubject })), {
        reason: 'request_invalid',
        issue: '/credential',
      });
    }
  });
});

describe('it never speaks in the name of others', () => {
  test.each<readonly [string, (origin: string) => Record<string, unknown>, string]>([
    ['as another issuer', () => ({ issuer: 'did:example:other' }), '/credential/issuer'],
    [
      'as another issuer of ours',
      (origin) => ({ issuer: issuerDid(origin, 'demonstration') }),
      '/credential/issuer',
    ],
    [
      'as the service itself',
      (origin) => ({ issuer: { id: `did:web:${new URL(origin).host.replace(':', '%3a')}` } }),
      '/credential/issuer/id',
    ],
    [
      'by another issuer’s name',
      () => ({ issuer: { name: ' demonstration USER group' } }),
      '/credential/issuer/name',
    ],
    [
      'by the address of a credential',
      (origin) => ({ id: `${origin}/c/k3TqV9wZ2mBc7XrLp` }),
      '/credential/id',
    ],
    [
      'by the same under another scheme',
      (origin) => ({ id: `${origin.replace('http:', 'https:')}/c/k3TqV9wZ2mBc7XrLp` }),
      '/credential/id',
    ],
    [
      'by an achievement',
      (origin) => ({ credentialSubject: { id: `${origin}/achievements/k3TqV9wZ2mBc7XrLp` } }),
      '/credential/credentialSubject/id',
    ],
    [
      'by a status list of ours',
      (origin) => ({
        credentialStatus: {
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: '1',
          statusListCredential: `${origin}/status/k3TqV9wZ2mBc7XrLp`,
        },
      }),
      '/credential/credentialStatus/statusListCredential',
    ],
    [
      'by a term that stands for an address',
      (origin) => ({ '@context': [V2, { ours: `${origin}/c/` }] }),
      '/credential/@context/1/ours',
    ],
    [
      'by a term whose address begins with a prefix',
      (origin) => ({ '@context': [V2, { a: 'http://', ours: `a:${new URL(origin).host}/c/` }] }),
      '/credential/@context/1/ours',
    ],
    [
      'by an id that begins with a prefix',
      (origin) => ({
        '@context': [V2, { a: 'http://' }],
        credentialSubject: { id: `a:${new URL(origin).host}/c/k3TqV9wZ2mBc7XrLp` },
      }),
      '/credential',
    ],
  ])('%s', async (_, change, pointer) => {
    await expectProblem(await issue(aDocument(change(laurel.origin))), {
      reason: 'request_invalid',
      issue: pointer,
    });
  });
});

describe('nobody but a token of a test issuer', () => {
  test('has a document signed', async () => {
    const body = { credential: aDocument() };
    const path = '/credentials/issue';
    await expectProblem(await postVcApi(laurel, path, body), { reason: 'token_missing' });
    await expectProblem(await postVcApi(laurel, path, body, 'x'.repeat(30)), {
      reason: 'token_unknown',
    });
    await expectProblem(await postVcApi(laurel, path, body, laurel.token), {
      reason: 'token_scope_missing',
    });
  });

  test('not even with the scope, at an issuer that awards', async () => {
    const soon = Math.floor(Date.now() / 1000) + 3_600;
    const scopes = ['credentials:sign'] as const;
    const theirs = await laurel.stewardship.makeToken(
      laurel.issuer,
      accountIdOf(ORGANIZER),
      scopes,
      soon,
    );
    const credential = { ...aDocument(), issuer: issuerDid(laurel.origin, laurel.issuer) };
    const refused = await postVcApi(laurel, '/credentials/issue', { credential }, theirs);
    await expectProblem(refused, { reason: 'issuer_may_not_sign' });
  });

  test('and by POST alone', async () => {
    for (const path of ['issue', 'status']) {
      const answer = await fetch(`${laurel.url}/vc-api/credentials/${path}`);
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('POST');
    }
  });
});
