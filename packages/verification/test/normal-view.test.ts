import { describe, expect, test } from 'vitest';
import { credentialInPayload } from '../src/normal-view.ts';

const CLAIMS = {
  iss: 'did:web:issuer.example',
  sub: 'did:example:holder',
  jti: 'urn:uuid:1',
  nbf: 1_767_225_600,
  exp: 1_798_761_600,
};

describe('the credential in a JWT', () => {
  test('is the payload without the registered claims', () => {
    const credential = { id: 'urn:uuid:1', type: ['VerifiableCredential'] };

    expect(credentialInPayload({ ...credential, ...CLAIMS, iat: 1, cnf: {}, aud: 'x' })).toEqual(
      credential,
    );
  });

  test('is the claim vc, and what the registered claims add to it (VCDM 1.1, Section 6.3.1)', () => {
    const vc = {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiableCredential'],
      credentialSubject: { name: 'Ọmọ́wùmí' },
    };

    expect(credentialInPayload({ ...CLAIMS, vc })).toEqual({
      ...vc,
      id: CLAIMS.jti,
      issuer: CLAIMS.iss,
      issuanceDate: '2026-01-01T00:00:00Z',
      expirationDate: '2027-01-01T00:00:00Z',
      credentialSubject: { id: CLAIMS.sub, name: 'Ọmọ́wùmí' },
    });
  });

  test('has the dates of VCDM 2.0 where the claim vc follows it', () => {
    const vc = { '@context': ['https://www.w3.org/ns/credentials/v2'], issuer: { name: 'Group' } };

    expect(credentialInPayload({ ...CLAIMS, vc })).toMatchObject({
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2027-01-01T00:00:00Z',
      issuer: { id: CLAIMS.iss, name: 'Group' },
    });
  });

  test('keeps what the claim vc says, whatever a registered claim says', () => {
    const vc = {
      id: 'urn:uuid:2',
      issuer: 'did:web:other.example',
      credentialSubject: { id: 'did:example:other' },
    };

    expect(credentialInPayload({ ...CLAIMS, vc })).toMatchObject(vc);
  });

  test('has no date where a claim holds no time', () => {
    for (const nbf of ['soon', null, 1e300, Number.MAX_SAFE_INTEGER]) {
      expect(credentialInPayload({ nbf, vc: {} })).toEqual({});
    }
  });
});
