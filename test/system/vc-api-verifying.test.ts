import type { JsonObject } from '@laurel/core/json';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCredential as aCredentialOfOurs, revoke } from '../support/awarding.ts';
import { type Asked, presented, presentedAsToken } from '../support/foreign/presentations.ts';
import { type ForeignIssuer, foreignIssuer } from '../support/foreign-issuer.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { fetchJson } from '../support/stranger.ts';
import { postVcApi } from '../support/vc-api.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const ASKED: Asked = { challenge: '3182bdea-63d9-11ea-b6de-3b7c1404d57f', domain: 'jobs.example' };

let laurel: Laurel;
let issuer: ForeignIssuer;
beforeAll(async () => {
  laurel = await startLaurel();
  issuer = await foreignIssuer();
});
afterAll(() => laurel.stop());

const byKey = { model: 'vcdm-2.0', identity: 'did:key' } as const;

function verify(verifiableCredential: unknown, options: object = {}): Promise<Response> {
  return postVcApi(laurel, '/credentials/verify', { verifiableCredential, options });
}

async function good(answer: Promise<Response>): Promise<Record<string, unknown>> {
  const { status } = await answer;
  const body = Object(await (await answer).json());
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({ verified: true, verdict: 'valid' });
  return body;
}

async function notValid(answer: Promise<Response>, reason: string): Promise<JsonObject> {
  const problem = await expectProblem(await answer, { reason });
  expect(problem.status).toBe(422);
  expect(problem.verified).toBe(false);
  return JSON.parse(JSON.stringify(problem));
}

const enveloped = (token: unknown) => ({
  '@context': V2,
  type: 'EnvelopedVerifiableCredential',
  id: `data:application/vc+jwt,${token}`,
});

describe('a credential is answered with 200 where it is valid', () => {
  test.each([
    'eddsa-rdfc-2022',
    'eddsa-jcs-2022',
    'ecdsa-rdfc-2019',
    'Ed25519Signature2020',
  ] as const)('with a proof of %s', async (form) => {
    await good(verify(await issuer.issue(form, {}, byKey)));
  });

  test('as a token, alone and in an envelope', async () => {
    const token = await issuer.issue('vc+jwt EdDSA', {}, byKey);
    await good(verify(token));
    await good(verify(enveloped(token)));
  });

  test('of ours, with every check that /api/verify tells of', async () => {
    const { page } = await aCredentialOfOurs(laurel);
    const body = await good(verify(await fetchJson(`${page}.json`)));
    expect(body.checks).toEqual(
      expect.arrayContaining([expect.objectContaining({ check: 'status', result: 'pass' })]),
    );
  });

  test('whatever checks are asked for', async () => {
    await good(verify(await issuer.issue('eddsa-rdfc-2022', {}, byKey), { checks: ['proof'] }));
  });
});

describe('and with a refusal where it is not', () => {
  test('revoked, though its signature is good', async () => {
    const { page, award } = await aCredentialOfOurs(laurel);
    const document = await fetchJson(`${page}.json`);
    expect((await revoke(laurel, award, { reason: 'issued_in_error' })).status).toBe(200);
    const problem = await notValid(verify(document), 'credential_not_valid');
    expect(problem.verdict).toBe('revoked');
  });

  test('expired, changed, or signed by nobody', async () => {
    const old = await issuer.issue(
      'eddsa-rdfc-2022',
      { validUntil: '2026-04-01T00:00:00Z' },
      byKey,
    );
    expect((await notValid(verify(old), 'credential_not_valid')).verdict).toBe('expired');
    const sound = Object(await issuer.issue('eddsa-rdfc-2022', {}, byKey));
    const { proof: _, ...unsigned } = sound;
    for (const one of [{ ...sound, name: 'Другое' }, unsigned, { ...sound, proof: null }]) {
      expect((await notValid(verify(one), 'credential_not_valid')).verdict).toBe('invalid');
    }
  });

  test('against its data model, with each place and reason', async () => {
    const sound = Object(await issuer.issue('eddsa-rdfc-2022', {}, byKey));
    const problem = await notValid(
      verify({ ...sound, id: 7, credentialSubject: {} }),
      'credential_not_valid',
    );
    expect(problem.issues).toEqual([
      { pointer: '/verifiableCredential/id', detail: expect.any(String) },
      { pointer: '/verifiableCredential/credentialSubject', detail: expect.any(String) },
    ]);
    expect(problem.detail).toContain('/verifiableCredential/id');
  });

  test('unknown, as long as its issuer does not answer', async () => {
    const problem = await notValid(
      verify(await issuer.issue('eddsa-rdfc-2022')),
      'credential_not_valid',
    );
    expect(problem.verdict).toBe('unknown');
  });

  test.each<readonly [string, (token: unknown) => object, string]>([
    ['without a context', (token) => ({ ...enveloped(token), '@context': [] }), '/@context'],
    [
      'of another context',
      (token) => ({ ...enveloped(token), '@context': `${V2}/x` }),
      '/@context',
    ],
    ['whose id is the token', (token) => ({ ...enveloped(token), id: token }), '/id'],
    ['without a type', (token) => ({ ...enveloped(token), type: undefined }), '/type'],
    [
      'of another type',
      (token) => ({ ...enveloped(token), type: 'VerifiableCredential' }),
      '/issuer',
    ],
  ])('an envelope %s', async (_, change, pointer) => {
    const token = await issuer.issue('vc+jwt EdDSA', {}, byKey);
    const problem = await notValid(verify(change(token)), 'credential_not_valid');
    expect(JSON.stringify(problem.issues)).toContain(`/verifiableCredential${pointer}`);
  });

  test('in a form that is not known, by its name', async () => {
    const cose = { ...enveloped(''), id: 'data:application/vc+cose;base64,AAAA' };
    const problem = await notValid(verify(cose), 'credential_not_valid');
    expect(JSON.stringify(problem.checks)).toContain('application/vc+cose');
  });

  test('made for another challenge than is asked for', async () => {
    const sound = await issuer.issue('eddsa-rdfc-2022', {}, byKey);
    for (const options of [{ challenge: 'a' }, { domain: 'jobs.example' }]) {
      const problem = await notValid(verify(sound, options), 'credential_not_valid');
      expect(JSON.stringify(problem.checks)).toContain('other_request');
    }
  });

  test('and what is no credential in the request at all', async () => {
    const sound = await issuer.issue('eddsa-rdfc-2022', {}, byKey);
    for (const body of [{}, { verifiableCredential: 7 }, { credential: sound }]) {
      await expectProblem(await postVcApi(laurel, '/credentials/verify', body), {
        reason: 'request_invalid',
        issue: '/verifiableCredential',
      });
    }
    await expectProblem(await verify(JSON.stringify(sound)), {
      reason: 'request_invalid',
      issue: '/verifiableCredential',
    });
    await notValid(verify({ type: ['NonconformingDocument'] }), 'credential_not_valid');
    await notValid(
      verify({ '@context': [V2], type: ['VerifiablePresentation'] }),
      'credential_not_valid',
    );
  });
});

describe('a presentation', () => {
  const aPresentation = (more: JsonObject = {}): JsonObject => ({
    '@context': [V2],
    type: ['VerifiablePresentation'],
    ...more,
  });
  const holder = () => issuer.identity('eddsa-rdfc-2022', 'did:key');

  function show(verifiablePresentation: unknown, options: object = ASKED): Promise<Response> {
    return postVcApi(laurel, '/presentations/verify', { verifiablePresentation, options });
  }

  const bad = async (answer: Promise<Response>) =>
    JSON.stringify(await notValid(answer, 'presentation_not_valid'));

  async function aCredential(): Promise<JsonObject> {
    return Object(await issuer.issue('eddsa-rdfc-2022', {}, byKey));
  }

  test('is valid with a proof for who asked, with credentials and without', async () => {
    await good(show(await presented(aPresentation(), holder(), ASKED)));
    const token = await issuer.issue('vc+jwt EdDSA', {}, byKey);
    const credentials = [await aCredential(), enveloped(token)];
    for (const who of [holder().id, { id: holder().id }]) {
      const one = aPresentation({ holder: who, verifiableCredential: [await aCredential()] });
      await good(show(await presented(one, holder(), ASKED)));
    }
    const several = aPresentation({ verifiableCredential: credentials });
    const body = await good(show(await presented(several, holder(), ASKED)));
    expect(body.credentials).toEqual([
      expect.objectContaining({ verdict: 'valid' }),
      expect.objectContaining({ verdict: 'valid' }),
    ]);
  });

  test('is valid as a token in an envelope', async () => {
    const one = aPresentation({ holder: holder().id, verifiableCredential: [await aCredential()] });
    await good(show(await presentedAsToken(one, holder(), ASKED)));
  });

  test('may be unsigned where nothing was asked for, and says what its credentials say', async () => {
    await good(show(aPresentation({ verifiableCredential: [await aCredential()] }), {}));
    expect(await bad(show(aPresentation(), {}))).toContain('"verdict":"unknown"');
    expect(
      await bad(show(aPresentation({ verifiableCredential: [await aCredential()] }))),
    ).toContain('missing');
  });

  test('signed for somebody else, by somebody else, or for another purpose is not valid', async () => {
    const signed = await presented(aPresentation(), holder(), ASKED);
    expect(await bad(show(signed, { ...ASKED, challenge: 'another' }))).toContain('other_request');
    expect(await bad(show(signed, { ...ASKED, domain: 'evil.example' }))).toContain(
      'other_request',
    );
    const envelope = await presentedAsToken(aPresentation(), holder(), ASKED);
    expect(await bad(show(envelope, { challenge: 'another' }))).toContain('other_request');
    const other = 'did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp';
    const foreign = await presented(aPresentation({ holder: other }), holder(), ASKED);
    expect(await bad(show(foreign))).toContain('another_issuer');
    const nobodys = await presented(aPresentation({ holder: 'did:example:a' }), holder(), ASKED);
    expect(await bad(show(nobodys))).toContain('method_unknown');
    const claimed = await presentedAsToken(
      aPresentation({ holder: holder().id }),
      holder(),
      ASKED,
      { iss: 'did:example:a' },
    );
    expect(await bad(show(claimed))).toContain('claims_differ');
    const { proof } = Object(signed);
    const asserted = { ...signed, proof: { ...proof, proofPurpose: 'assertionMethod' } };
    expect(await bad(show(asserted))).toContain('wrong_purpose');
    const broken = { ...signed, proof: { ...proof, proofValue: 'z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh' } };
    expect(await bad(show(broken))).toContain('signature_bad');
  });

  test('over is not valid, nor one with a credential that is not', async () => {
    const past = await presentedAsToken(aPresentation(), holder(), ASKED, { exp: 1_700_000_000 });
    expect(await bad(show(past))).toContain('proof_expired');
    const changed = { ...(await aCredential()), name: 'Ganz anders' };
    const one = aPresentation({ verifiableCredential: [await aCredential(), changed] });
    expect(await bad(show(await presented(one, holder(), ASKED)))).toContain('"verdict":"invalid"');
    const none = { ...enveloped(''), id: 'not-a-credential' };
    const empty = aPresentation({ verifiableCredential: [none] });
    expect(await bad(show(await presentedAsToken(empty, holder(), ASKED)))).toContain(
      '/verifiablePresentation/verifiableCredential/0/id',
    );
  });

  test.each<readonly [string, JsonObject, string]>([
    ['no type', { type: [] }, '/type'],
    ['another context first', { '@context': [{ A: 'https://a.example/#A' }, V2] }, '/@context/0'],
    ['a context that is a number', { '@context': [V2, 7] }, '/@context/1'],
    ['a holder without an id', { holder: { name: 'Acme' } }, '/holder/id'],
    ['a credential as a string', { verifiableCredential: ['a.b.c'] }, '/verifiableCredential/0'],
  ])('with %s is against its data model', async (_, change, pointer) => {
    const problem = await bad(show(aPresentation(change), {}));
    expect(problem).toContain(`/verifiablePresentation${pointer}`);
  });

  test('in an envelope that is none is not valid', async () => {
    const envelope = await presentedAsToken(aPresentation(), holder(), ASKED);
    for (const change of [
      { '@context': [] },
      { type: ['VerifiablePresentation'] },
      { id: String(envelope.id).split(',')[1] ?? '' },
    ]) {
      await bad(show({ ...envelope, ...change }));
    }
  });

  test('holds a bounded number of credentials', async () => {
    const credentials = Array.from({ length: 21 }, () => ({ type: ['VerifiableCredential'] }));
    expect(await bad(show(aPresentation({ verifiableCredential: credentials }), {}))).toContain(
      'At most 20',
    );
  });
});

test('pages of any site may ask, and read refusals too', async () => {
  for (const path of ['credentials', 'presentations']) {
    const preflight = await fetch(`${laurel.url}/vc-api/${path}/verify`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    const refused = await postVcApi(laurel, `/${path}/verify`, {});
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    const read = await fetch(`${laurel.url}/vc-api/${path}/verify`);
    expect(read.status).toBe(405);
  }
});
