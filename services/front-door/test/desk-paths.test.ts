import { expect, test } from 'vitest';
import { isForDesk } from '../src/desk-paths.ts';

test('The desk gets its own paths and what lies below them.', () => {
  for (const path of ['/desk', '/desk/', '/desk/a/b', '/me', '/claim/abc', '/api/v1/awards/x']) {
    expect(isForDesk(path), path).toBe(true);
  }
  expect(isForDesk('/vc-api/credentials/issue')).toBe(true);
  expect(isForDesk('/.well-known/openid-credential-issuer')).toBe(true);
  expect(isForDesk('/.well-known/openid-configuration')).toBe(true);
  expect(isForDesk('/wallet/token')).toBe(true);
});

test('A path that only begins like one of the desk’s goes to the verifier.', () => {
  for (const path of ['/', '/menu', '/desktop', '/api/verify', '/api/v10', '/claims', '//desk']) {
    expect(isForDesk(path), path).toBe(false);
  }
  expect(isForDesk('/vc-api/credentials/verify')).toBe(false);
  expect(isForDesk('/.well-known/did.json')).toBe(false);
});
