import type { JsonObject } from '@laurel/core/json';
import { generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { aDocument } from '../../../test/support/foreign/documents.ts';
import { asToken, type TokenForm } from '../../../test/support/foreign/forms.ts';
import { type ForeignIssuer, foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { NOW_SECONDS, said, verifiedBy } from './verified-by.ts';

const DID = 'did:web:badges.example';
const FORM: TokenForm = '1EdTech ES256';

let issuer: ForeignIssuer;
beforeAll(async () => {
  issuer = await foreignIssuer();
});

type Unusual = { readonly header?: JsonObject; readonly claims?: JsonObject };

async function verified(unusual: Unusual, form: TokenForm = FORM, more: JsonObject = {}) {
  const document = aDocument('ob-2.0', DID, { validUntil: '2027-03-14T00:00:00Z', ...more });
  return verifiedBy(await asToken(form, document, issuer.identity(form), unusual), issuer.retrieve);
}

const published = (): JsonObject => JSON.parse(JSON.stringify(issuer.keys['P-256'].publicJwk));
const withoutKid = (header: JsonObject = {}) => ({
  header: { ...header, kid: undefined as never },
});

describe('the key of a token', () => {
  test.each([
    { how: 'by its fragment', kid: '#p-256-jwk' },
    { how: 'by its fragment without the sign', kid: 'p-256-jwk' },
    { how: 'by the issuer alone, who has one for this algorithm', kid: DID },
  ])('is found among those of its issuer $how', async ({ kid }) => {
    const report = await verified({ header: { kid } });

    expect(said(report, 'proof')).toEqual([`pass signature_good ${kid}`]);
    expect(said(report, 'identity')).toEqual([`pass resolved ${DID} did:web`]);
  });

  test('may be told by a JWK in the header, where the issuer publishes that key', async () => {
    const report = await verified(withoutKid({ jwk: published() }));

    expect(said(report, 'proof')[0]).toMatch(/^pass signature_good/);
  });

  test('is never taken from the header', async () => {
    const own = await generateKeyPair('ES256', { extractable: true });
    const jwk = JSON.parse(JSON.stringify(await crypto.subtle.exportKey('jwk', own.publicKey)));
    const document = aDocument('ob-2.0', DID);
    for (const header of [
      { jwk },
      { jwk, kid: `${DID}#p-256-jwk` },
      { jwk, jku: 'https://x.example/jwks.json', x5c: ['AAAA'], x5u: 'https://x.example/' },
    ]) {
      const token = await new SignJWT({ ...document })
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT', ...header })
        .sign(own.privateKey);

      const report = await verifiedBy(token, issuer.retrieve);

      expect(said(report, 'proof')[0]).toMatch(/^fail (?:unknown_key|signature_bad)/);
      expect(report.verdict).toBe('invalid');
      expect(issuer.asked.some((path) => path.includes('x.example'))).toBe(false);
    }
  });

  test.each(['did:web:badges.example#other', '#other', 'other', 'https://badges.example/issuer#x'])(
    'that is not published under the name %s is unknown',
    async (kid) => {
      const report = await verified({ header: { kid } });

      expect(said(report, 'proof')).toEqual(['fail unknown_key']);
      expect(report.verdict).toBe('invalid');
    },
  );
});

describe('the algorithm of a token', () => {
  const unsigned = (header: JsonObject, signature: string) => {
    const encode = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
    return `${encode(header)}.${encode(aDocument('ob-2.0', DID))}.${signature}`;
  };

  test.each([
    { alg: 'none' },
    { alg: 'None' },
    { alg: 'HS256', kid: `${DID}#p-256-jwk` },
    {},
    { alg: ['ES256'] },
  ])('%j is refused', async (header) => {
    for (const signature of ['', 'AAAA']) {
      const report = await verifiedBy(unsigned(header, signature), issuer.retrieve);

      expect(said(report, 'proof')[0]).toMatch(/^fail algorithm_refused/);
      expect(report.verdict).toBe('invalid');
    }
  });

  test('is decided by the key, not by the header', async () => {
    const report = await verifiedBy(
      unsigned({ alg: 'RS256', kid: `${DID}#p-256-jwk` }, 'AAAA'),
      issuer.retrieve,
    );

    expect(said(report, 'proof')).toEqual(['fail algorithm_refused RS256']);
  });

  test('that is not known here is told by its name, and is no verdict', async () => {
    const report = await verifiedBy(
      unsigned({ alg: 'PS512', kid: `${DID}#p-256-jwk` }, 'AAAA'),
      issuer.retrieve,
    );

    expect(said(report, 'proof')).toEqual(['warn unknown_kind JWT PS512']);
    expect(report.verdict).toBe('unknown');
  });

  test('is nothing without a signature', async () => {
    const report = await verifiedBy(unsigned({ alg: 'ES256' }, ''), issuer.retrieve);

    expect(said(report, 'proof')).toEqual(['fail missing']);
  });

  test('does not allow a header that says something critical that is not known', async () => {
    const signed = async (header: JsonObject) => {
      const input = unsigned({ alg: 'ES256', kid: `${DID}#p-256-jwk`, ...header }, '').slice(0, -1);
      const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
      const jwk = JSON.parse(JSON.stringify(issuer.keys['P-256'].privateJwk));
      const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
      const signature = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(input));
      return `${input}.${Buffer.from(signature).toString('base64url')}`;
    };
    const verifiedWith = async (header: JsonObject) =>
      said(await verifiedBy(await signed(header), issuer.retrieve), 'proof')[0];

    expect(await verifiedWith({})).toMatch(/^pass/);
    expect(await verifiedWith({ crit: ['exp'], exp: 1 })).toMatch(/^fail signature_bad/);
    expect(await verifiedWith({ crit: ['b64'], b64: false })).toMatch(/^fail signature_bad/);
  });
});

test.each(['1EdTech RS256', 'vc+jwt EdDSA', 'vc+jwt ES256'] as const)(
  'the signature of %s is believed in the one way in which it was written',
  async (form) => {
    const token = await asToken(form, aDocument('ob-2.0', DID), issuer.identity(form));
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const writings = [
      ...[...letters].map((one) => token.slice(0, -1) + one),
      `${token}=`,
      `${token}A`,
    ];

    const good = await Promise.all(
      writings.map(async (one) => said(await verifiedBy(one, issuer.retrieve), 'proof')[0]),
    );

    expect(writings.filter((_, at) => good[at]?.startsWith('pass'))).toEqual([token]);
  },
);

describe('a claim that says other than the credential makes it invalid:', () => {
  const changes = [
    { claims: { iss: 'did:web:x.example' } },
    { claims: { jti: 'urn:uuid:0' } },
    { claims: { sub: 'urn:uuid:0' } },
    { claims: { nbf: 0 } },
    { claims: { exp: 4_000_000_000 } },
    { claims: { iat: 'now' } },
    { claims: { exp: 1e300 } },
    { header: { iss: 'did:web:x.example' } },
  ];

  test.each(
    (['1EdTech ES256', 'vc claim ES256'] as const).flatMap((form) =>
      changes.map((change) => ({ form, change })),
    ),
  )('$form, $change', async ({ form, change }) => {
    const report = await verified(change, form);

    expect(said(report, 'proof')).toEqual(['fail claims_differ']);
    expect(report.verdict).toBe('invalid');
  });

  test.each([{ iss: 'did:web:x.example' }, { jti: 'urn:x' }, { sub: 'urn:x' }])(
    'vc+jwt, %j',
    async (claims) => {
      expect(said(await verified({ claims }, 'vc+jwt ES256'), 'proof')).toEqual([
        'fail claims_differ',
      ]);
    },
  );
});

describe('the times of a vc+jwt are those of its signature', () => {
  test.each([
    { claims: { exp: NOW_SECONDS - 1 }, found: 'fail proof_expired 2026-11-22' },
    { claims: { nbf: NOW_SECONDS + 86_400 }, found: 'fail proof_too_early 2026-11-23' },
  ])('$claims', async ({ claims, found }) => {
    const report = await verified({ claims }, 'vc+jwt ES256');

    expect(said(report, 'proof')).toEqual([found]);
    expect(report.verdict).toBe('invalid');
  });

  test('which may be others than those of the credential', async () => {
    const claims = { exp: NOW_SECONDS + 60, nbf: NOW_SECONDS - 60, iat: NOW_SECONDS - 60 };

    expect(said(await verified({ claims }, 'vc+jwt ES256'), 'proof')[0]).toMatch(/^pass/);
  });
});
