import { issuerDid } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import type { JsonObject } from '@laurel/core/json';
import { openBadge } from '@laurel/core/open-badge';
import { refuse } from '@laurel/core/result';
import { jwkMethodId, type VerificationKey } from '@laurel/core/verification-key';
import { type SigningKey, withDataIntegrityProof } from '@laurel/proofs/data-integrity/sign';
import { signedJwt } from '@laurel/proofs/jwt/sign';
import { multibaseOf } from '@laurel/proofs/multibase';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPresentedJson } from '../src/read.ts';
import type { Registry } from '../src/registry.ts';
import type { Report } from '../src/report.ts';
import { verify } from '../src/verify.ts';

const ORIGIN = 'https://laurel.example';
const DID = issuerDid(ORIGIN, 'group');
const NOW_SECONDS = Date.parse('2026-11-22T12:00:00Z') / 1000;
const FACE: IssuerFace = {
  vouch: null,
  logo: null,
  slug: 'group',
  kind: 'community',
  demonstration: false,
  names: { en: 'Group' },
  descriptions: { en: 'A group.' },
};

const UNSIGNED = openBadge({
  url: `${ORIGIN}/c/${'a'.repeat(17)}`,
  subjectId: 'urn:uuid:0b8f6b53-8f0f-4e0b-9c39-27f5f4f9a9b1',
  language: 'en',
  issuer: {
    did: DID,
    url: `${ORIGIN}/issuers/group`,
    name: 'Group',
    description: 'A group.',
    signatories: [
      { name: 'Ọláńrewájú Adéṣínà', office: 'Chair' },
      { name: 'রাহেলা সুলতানা', office: '' },
    ],
  },
  achievement: {
    url: `${ORIGIN}/achievements/${'b'.repeat(17)}`,
    version: '1.0.0',
    kind: 'training',
    name: 'Workshop',
    description: 'Took part.',
    narrative: 'Took part.',
    skills: [],
    alignments: [],
  },
  holder: { mode: 'none' },
  period: null,
  hours: null,
  served: false,
  servedLabel: 'Term served',
  hoursLabel: 'Hours',
  mentoring: null,
  evidence: [],
  validFrom: '2026-11-22',
  validUntil: null,
  status: { listUrl: `${ORIGIN}/status/${'c'.repeat(17)}`, index: 7 },
});

async function aKey(id: string): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('no key pair');
  const { x } = Object(await crypto.subtle.exportKey('jwk', pair.publicKey));
  const jwk = { kty: 'OKP', crv: 'Ed25519', x } as const;
  const publicKey: VerificationKey = {
    id,
    controller: DID,
    algorithm: 'Ed25519',
    jwk,
    multibase: await multibaseOf(jwk),
    createdAtSeconds: 0,
    retiredAtSeconds: null,
    compromisedAtSeconds: null,
  };
  return { publicKey, privateKey: pair.privateKey };
}

let key: SigningKey;
let stranger: SigningKey;
beforeAll(async () => {
  key = await aKey('ours');
  stranger = await aKey('theirs');
});

function verified(
  presented: unknown,
  change: { face?: Partial<IssuerFace>; key?: Partial<VerificationKey>; unknownId?: boolean } = {},
): Promise<Report> {
  const read = readPresentedJson(presented);
  if (!read.ok) throw new Error(read.failure.detail);
  const registry: Registry = {
    origin: ORIGIN,
    issuer: async (did) =>
      did === DID
        ? { face: { ...FACE, ...change.face }, did, keys: [{ ...key.publicKey, ...change.key }] }
        : null,
    standing: async () => (change.unknownId === true ? null : { state: 'active', since: null }),
    logged: async () => ({ state: 'included', index: 4, loggedAtSeconds: NOW_SECONDS }),
  };
  return verify(
    read.value,
    {
      registry,
      retrieve: async (url) => refuse({ finding: 'unreachable', at: url }),
      work: { spent: 0 },
    },
    NOW_SECONDS,
  );
}

function findingOf({ checks }: Report, name: string): string | undefined {
  return checks.find(({ check }) => check === name)?.finding;
}

const signed = () => withDataIntegrityProof(UNSIGNED, key, NOW_SECONDS);

describe('a credential of ours', () => {
  test('is valid with its proof, and as a JWT', async () => {
    expect((await verified(await signed())).verdict).toBe('valid');
    expect((await verified(await signedJwt(UNSIGNED, key))).verdict).toBe('valid');
  });

  test('is valid, and called a test, where its issuer is of kind test', async () => {
    const report = await verified(await signed(), { face: { kind: 'test' } });

    expect(report.verdict).toBe('valid');
    expect(findingOf(report, 'issuer')).toBe('known_as_test');
  });

  test('stays valid when its key is retired, and not when it is compromised', async () => {
    const document = await signed();

    expect((await verified(document, { key: { retiredAtSeconds: 1 } })).verdict).toBe('valid');
    const report = await verified(document, { key: { compromisedAtSeconds: 1 } });
    expect(report.verdict).toBe('invalid');
    expect(findingOf(report, 'proof')).toBe('compromised_key');
  });

  test('is invalid when no intent of ours is on record, however good its signature', async () => {
    const report = await verified(await signed(), { unknownId: true });

    expect(findingOf(report, 'proof')).toBe('signature_good');
    expect(report.verdict).toBe('invalid');
  });

  test('is invalid when somebody else signed it under the name of our key', async () => {
    const imposter = {
      privateKey: stranger.privateKey,
      publicKey: { ...key.publicKey },
    };

    expect((await verified(await signedJwt(UNSIGNED, imposter))).verdict).toBe('invalid');
    const document = await withDataIntegrityProof(UNSIGNED, imposter, NOW_SECONDS);
    expect((await verified(document)).verdict).toBe('invalid');
  });
});

test.each([
  ['iss', 'did:web:elsewhere.example'],
  ['jti', `${ORIGIN}/c/${'d'.repeat(17)}`],
  ['sub', 'urn:uuid:00000000-0000-4000-8000-000000000000'],
  ['nbf', 0],
])(
  'a JWT of ours whose claim %s says other than the credential is invalid',
  async (claim, value) => {
    const claims = {
      iss: DID,
      jti: String(UNSIGNED.id),
      sub: 'urn:uuid:0b8f6b53-8f0f-4e0b-9c39-27f5f4f9a9b1',
      nbf: Date.parse('2026-11-22T00:00:00Z') / 1000,
    };
    const sign = (payload: JsonObject) =>
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'vc+jwt', kid: jwkMethodId(key.publicKey) })
        .sign(key.privateKey);

    const good = await verified(await sign({ ...UNSIGNED, ...claims }));
    const bad = await verified(await sign({ ...UNSIGNED, ...claims, [claim]: value }));

    expect(good.verdict).toBe('valid');
    expect(bad.verdict).toBe('invalid');
    expect(findingOf(bad, 'proof')).toBe('claims_differ');
  },
);

describe('what points to us in any way, and is not understood, is invalid and never unknown', () => {
  const foreign = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['Anything'] };
  const ourKey = `${DID}#ours`;

  test.each([
    { by: 'its id', document: { ...foreign, id: UNSIGNED.id ?? '' } },
    { by: 'its issuer', document: { ...foreign, issuer: DID } },
    { by: 'its issuer’s id', document: { ...foreign, issuer: { id: DID } } },
    { by: 'the service as its issuer', document: { ...foreign, issuer: 'did:web:laurel.example' } },
    { by: 'its key', document: { ...foreign, proof: { verificationMethod: ourKey } } },
    {
      by: 'a key among others',
      document: { ...foreign, proof: [{}, { verificationMethod: ourKey }] },
    },
  ])('$by', async ({ document }) => {
    expect((await verified(document)).verdict).toBe('invalid');
  });

  test('the key or the issuer of a JWT', async () => {
    const encode = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

    for (const [header, payload] of [
      [{ kid: ourKey }, {}],
      [{}, { iss: DID }],
      [{}, { jti: UNSIGNED.id }],
    ] as const) {
      const token = `${encode({ alg: 'EdDSA', ...header })}.${encode(payload)}.AAAA`;
      expect((await verified(token)).verdict).toBe('invalid');
    }
  });

  test('but what does not point to us is unknown while its issuer does not answer', async () => {
    const signedBy = (issuer: string) => ({
      ...foreign,
      type: ['VerifiableCredential'],
      credentialSubject: { id: 'urn:x' },
      issuer,
      proof: {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        proofPurpose: 'assertionMethod',
        verificationMethod: `${issuer}#key`,
        proofValue: 'z1',
      },
    });

    for (const issuer of ['did:web:other.example', 'did:web:laurel.example.evil.example']) {
      const report = await verified(signedBy(issuer));
      expect(findingOf(report, 'identity')).toBe('unreachable');
      expect(report.verdict).toBe('unknown');
    }
  });
});
