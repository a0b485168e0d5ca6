import type { Json, JsonObject } from '@laurel/core/json';
import { ok } from '@laurel/core/result';
import { presentedWithinBounds } from '@laurel/verification/bounds';
import { readCredential } from '@laurel/verification/presentation/read-credential';
import { readPresentedJson } from '@laurel/verification/read';
import { describe, expect, test } from 'vitest';
import { aDocument } from '../../../test/support/foreign/documents.ts';
import { foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { said, verifiedBy } from './verified-by.ts';

const DID = 'did:web:badges.example';

/** Longer than anything that takes the square of its length can be. */
const ENDLESS = `z6Mk${'z'.repeat(400_000)}`;

function withProofBy(issuer: string, verificationMethod: string): JsonObject {
  return {
    ...aDocument('ob-2.0', issuer),
    proof: {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      verificationMethod,
      proofPurpose: 'assertionMethod',
      proofValue: 'z1',
    },
  };
}

describe('a key that is none by its length is not decoded', () => {
  test('in the name of an issuer', async () => {
    const did = `did:key:${ENDLESS}`;

    const report = await verifiedBy(withProofBy(did, `${did}#${ENDLESS}`));

    expect(said(report, 'proof')).toEqual(['fail unknown_key']);
  });

  test.each([
    { type: 'Multikey', publicKeyMultibase: ENDLESS },
    { type: 'Ed25519VerificationKey2018', publicKeyBase58: ENDLESS },
  ])('in a document: $type', async (material) => {
    const method = { id: `${DID}#key`, controller: DID, ...material };
    const text = JSON.stringify({
      id: DID,
      verificationMethod: [method],
      assertionMethod: [method.id],
    });

    const report = await verifiedBy(withProofBy(DID, method.id), async (url) =>
      ok({ url, mediaType: 'application/json', text }),
    );

    expect(said(report, 'proof')).toEqual(['fail unknown_key']);
  });
});

describe('a document of keys that is crowded', () => {
  const served = (verificationMethod: readonly Json[], assertionMethod: readonly Json[]) => {
    const text = JSON.stringify({ id: DID, verificationMethod, assertionMethod });
    return verifiedBy(withProofBy(DID, `${DID}#a`), async (url) =>
      ok({ url, mediaType: 'application/json', text }),
    );
  };
  const times = (count: number, one: Json) => Array.from({ length: count }, () => one);

  test('is not looked through, as each name could be that of each key', async () => {
    const report = await served(times(20_000, { id: '#a' }), times(20_000, '#a'));

    expect(said(report, 'identity')[0]).toMatch(/^fail unreadable/);
    expect(report.verdict).toBe('unknown');
  });

  test('by one name, many times, names each key once', async () => {
    const { keys } = await foreignIssuer();
    const method = { id: '#a', type: 'Multikey', publicKeyMultibase: keys.Ed25519.multibase };

    const report = await served(times(400, method), times(400, '#a'));

    expect(said(report, 'proof')[0]).toMatch(/^fail signature_bad/);
  });
});

describe('a token that nests without end is refused, wherever in it', () => {
  const segment = (text: string) => Buffer.from(text).toString('base64url');
  const nest = '['.repeat(100_000) + ']'.repeat(100_000);
  const document = JSON.stringify(aDocument('vcdm-2.0', DID));

  test.each([
    { where: 'in its header', header: `{"alg":"EdDSA","kid":${nest}}`, payload: document },
    {
      where: 'in a claim beside the credential',
      header: '{"alg":"EdDSA"}',
      payload: `{"iss":${nest},"vc":${document}}`,
    },
  ])('$where', ({ header, payload }) => {
    const token = [segment(header), segment(payload), 'AAAA'].join('.');
    const read = readPresentedJson(token);

    expect(read.ok && presentedWithinBounds(read.value)).toMatchObject({
      failure: { reason: 'credential_unreadable' },
    });
    expect(readCredential(token, '/verifiableCredential/0')).toMatchObject({
      failure: [{ pointer: '/verifiableCredential/0' }],
    });
  });
});
