import { issuerDid, issuerUrl } from '@laurel/core/addresses';
import { jwkMethodId } from '@laurel/core/verification-key';
import type { SigningKey } from '@laurel/proofs/data-integrity/sign';
import { withEddsaProof } from '@laurel/proofs/data-integrity/sign-document';
import { documentJwt } from '@laurel/proofs/jwt/sign-document';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { stolenKey } from '../support/stolen-key.ts';
import { verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let key: SigningKey;
beforeAll(async () => {
  laurel = await startLaurel();
  key = await stolenKey(laurel, laurel.issuer);
});
afterAll(() => laurel.stop());

/** What a thief signs who has no record to put it on, under a name that is not one of ours. */
function aDocument(issuer: string) {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:uuid:7a1c1a54-5d0e-4f0e-9d56-8b6d4d0e7f11',
    type: ['VerifiableCredential'],
    issuer: { id: issuer, name: 'Demonstration' },
    credentialSubject: { id: 'did:example:subject' },
  };
}

const NAMES = [
  { name: 'the page of the issuer', of: (origin: string, slug: string) => issuerUrl(origin, slug) },
  { name: 'the DID of the issuer', of: issuerDid },
  { name: 'our own address', of: (origin: string) => `${origin}/` },
  {
    name: 'our own address, with a dot at the end of its host',
    of: (origin: string) => `${origin.replace(/(:\d+)$/, '.$1')}/`,
  },
];

test.each(NAMES)('is invalid in the name of $name, in every form', async ({ of }) => {
  const issuer = of(laurel.origin, laurel.issuer);
  const set = `${issuerUrl(laurel.origin, laurel.issuer)}/jwks.json`;
  const document = aDocument(issuer);
  for (const method of [`${set}#${jwkMethodId(key.publicKey)}`, jwkMethodId(key.publicKey)]) {
    const embedded = await withEddsaProof(
      {
        document,
        suite: 'eddsa-rdfc-2022',
        verificationMethod: method,
        createdAtSeconds: Math.floor(Date.now() / 1000),
      },
      key,
    );
    const token = await documentJwt(document, key, method);
    for (const credential of [embedded, token]) {
      const { verdict } = await verifyBy(laurel, { credential });
      expect([method, typeof credential, verdict]).toEqual([method, typeof credential, 'invalid']);
    }
  }
});
