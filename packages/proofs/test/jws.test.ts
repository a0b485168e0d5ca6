import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { isSignedBy } from '../src/jwt/signature.ts';
import { keyOfJwk } from '../src/keys/from-jwk.ts';
import type { PublicKey } from '../src/keys/public-key.ts';
import vectors from './vectors/jws.json' with { type: 'json' };

function keyIn(jwk: object): PublicKey {
  const key = keyOfJwk(jwk);
  if (key === null) throw new Error('no key');
  return key;
}

test('ES384 is for keys of its curve', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES384', { extractable: true });
  const token = await new SignJWT({ id: 'urn:x' })
    .setProtectedHeader({ alg: 'ES384' })
    .sign(privateKey);

  expect(await isSignedBy(token, keyIn(await exportJWK(publicKey)))).toBe(true);
  expect(await isSignedBy(`${token.slice(0, -8)}AAAAAAAA`, keyIn(await exportJWK(publicKey)))).toBe(
    false,
  );
});

describe.each(vectors)('$name ($source)', ({ jwk, jws }) => {
  test('is signed by its key', async () => {
    expect(await isSignedBy(jws, keyIn(jwk))).toBe(true);
  });

  test('is not once a letter of it is another', async () => {
    for (let at = 0; at < jws.length; at += 7) {
      const letter = jws[at] === 'A' ? 'B' : 'A';
      const changed = `${jws.slice(0, at)}${letter}${jws.slice(at + 1)}`;
      expect(await isSignedBy(changed, keyIn(jwk)), String(at)).toBe(false);
    }
  });

  test('is not signed by a key of another kind', async () => {
    for (const other of vectors.filter((one) => one.jwk !== jwk)) {
      expect(await isSignedBy(jws, keyIn(other.jwk))).toBe(false);
    }
  });
});
