import { expect, test } from 'vitest';
import { said, verifiedBy } from '../verified-by.ts';

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a proof of the type %s, which every object has by itself, is of a kind that is not known',
  async (type) => {
    const document = JSON.parse(
      JSON.stringify({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: 'did:web:badges.example',
        credentialSubject: { id: 'urn:uuid:0f6f4d43-5f77-4a5c-8f5c-7d3a3b1b0c21' },
        proof: {
          type,
          cryptosuite: type,
          proofPurpose: 'assertionMethod',
          verificationMethod: 'did:web:badges.example#k',
        },
      }),
    );
    const report = await verifiedBy(document);

    expect(report.verdict).not.toBe('valid');
    expect(said(report, 'proof').join()).toMatch(/unknown_kind|not_checked/);
  },
);
