import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyOfJwk } from '../src/keys/from-jwk.ts';
import { keyOfMethod } from '../src/keys/from-method.ts';
import { keyOfMultibase, multibaseOfKey } from '../src/keys/multikey.ts';
import vectors from './vectors/multikey.json' with { type: 'json' };

describe.each(vectors)('the Multikey of $source, $multibase,', ({ multibase, kind, hex }) => {
  test('is read, and written as it was', async () => {
    const key = await keyOfMultibase(multibase);

    expect(key?.kind).toBe(kind);
    expect(key && (await multibaseOfKey(key))).toBe(multibase);
    if (hex !== undefined) {
      expect(key?.jwk).toMatchObject({ x: Buffer.from(hex, 'hex').toString('base64url') });
    }
  });

  test('is none with a letter too many, too few or another one', async () => {
    const texts = [`${multibase}1`, multibase.slice(0, -1), multibase.slice(1), `${multibase}0`];
    for (const text of [...texts, '', 'z', `m${multibase.slice(1)}`]) {
      expect(await keyOfMultibase(text), text).toBeNull();
    }
  });
});

const ED25519 = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

function aJwk(type: 'P-256' | 'P-384' | 'secp256k1' | number): object {
  const { publicKey } =
    typeof type === 'number'
      ? generateKeyPairSync('rsa', { modulusLength: type })
      : generateKeyPairSync('ec', { namedCurve: type });
  return publicKey.export({ format: 'jwk' });
}

describe('a JSON Web Key', () => {
  test.each([
    { jwk: ED25519, kind: 'Ed25519' },
    { jwk: aJwk('P-256'), kind: 'P-256' },
    { jwk: aJwk('P-384'), kind: 'P-384' },
    { jwk: aJwk(2048), kind: 'RSA' },
  ])('of kind $kind is read, without what is no part of the key', ({ jwk, kind }) => {
    const key = keyOfJwk({ ...jwk, kid: 'some', use: 'sig', key_ops: ['verify'], d: 'secret' });

    expect(key).toEqual({ kind, jwk });
  });

  test.each([
    { why: 'another curve', jwk: aJwk('secp256k1') },
    { why: 'short enough to be broken', jwk: aJwk(1024) },
    { why: 'a shared secret', jwk: { kty: 'oct', k: 'AAAA' } },
    { why: 'for encryption', jwk: { ...ED25519, use: 'enc' } },
    { why: 'for other operations', jwk: { ...ED25519, key_ops: ['deriveBits'] } },
    { why: 'for another algorithm', jwk: { ...ED25519, alg: 'ES256' } },
    { why: 'with slack in its letters', jwk: { ...ED25519, x: `${ED25519.x.slice(0, -1)}p` } },
    { why: 'too short', jwk: { ...ED25519, x: ED25519.x.slice(4) } },
    { why: 'without numbers', jwk: { kty: 'EC', crv: 'P-256' } },
    { why: 'no object', jwk: null },
  ])('$why is none', ({ jwk }) => {
    expect(keyOfJwk(jwk)).toBeNull();
  });
});

describe('a verification method', () => {
  const multibase = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
  const base58 = 'CrEjzKWCvT8wrrjCL3itq2C1zzHFR2w3RWPU3nuvgEce';
  const p256 = 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP';

  test.each([
    { type: 'Multikey', publicKeyMultibase: multibase },
    { type: 'Ed25519VerificationKey2020', publicKeyMultibase: multibase },
    { type: 'Ed25519VerificationKey2018', publicKeyBase58: base58 },
    { type: 'JsonWebKey', publicKeyJwk: ED25519 },
    { type: 'JsonWebKey2020', publicKeyJwk: ED25519 },
  ])('of type $type holds a key', async (method) => {
    expect((await keyOfMethod(method))?.kind).toBe('Ed25519');
  });

  test.each([
    { type: 'Ed25519VerificationKey2020', publicKeyMultibase: p256 },
    { type: 'Ed25519VerificationKey2018', publicKeyMultibase: multibase },
    { type: 'Ed25519VerificationKey2018', publicKeyBase58: `${base58}1` },
    { type: 'X25519KeyAgreementKey2020', publicKeyMultibase: multibase },
    { type: 'JsonWebKey', publicKeyMultibase: multibase },
    { type: ['Multikey'], publicKeyMultibase: multibase },
  ])('that is $type, with what is not of that type, holds none', async (method) => {
    expect(await keyOfMethod(method)).toBeNull();
  });
});
