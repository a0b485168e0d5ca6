import { describe, expect, test } from 'vitest';
import { DEFAULT_RETURN_PATH, returnPathOf } from '../src/login/return-path.ts';

const OURS = [
  '/me',
  '/me/awards/4fT9kLmNpQrStUvWx',
  '/desk',
  '/desk/issuers/kartverket-friends/batches',
  '/claim/4fT9kLmNpQrStUvWx',
  '/confirm/4fT9kLmNpQrStUvWx',
  '/claim/4fT9kLmNpQrStUvWx?uselang=ar',
  '/me?uselang=pt-BR',
];

const TRICKS: readonly (string | undefined)[] = [
  undefined,
  '',
  '/',
  'me',
  '/c/4fT9kLmNpQrStUvWx',
  '/login',
  '/login/callback',
  '/api/v1/awards',
  '/claim',
  '/claim/',
  '/mean',
  '/deskless',
  'https://evil.example/me',
  'HTTPS://evil.example/me',
  'https:/evil.example',
  '//evil.example/me',
  '///evil.example/me',
  '/\\evil.example/me',
  '\\\\evil.example/me',
  '\\/evil.example',
  '/me//evil.example',
  '/me\\evil.example',
  '/me/../login',
  '/me/..%2flogin',
  '/me/./awards',
  '/claim/..//evil.example',
  '/%2fevil.example',
  '/%5cevil.example',
  '/me%0d%0aSet-Cookie:%20a=b',
  '/me\r\nSet-Cookie: a=b',
  '/me\n',
  '\n/me',
  '/me\t',
  '\t//evil.example',
  ' /me',
  '/me\u0000',
  '/me\u2028',
  '/me/\u202eawards',
  '/me/аwards',
  '/me@evil.example',
  '/me/a@evil.example',
  '/me:80',
  '/me;a=b',
  '/me#@evil.example',
  '/me?return=//evil.example',
  '/me?uselang=ar&return=//evil.example',
  '/me?uselang=//evil.example',
  '/me?uselang=a',
  'javascript:alert(1)',
  'data:text/html,hello',
  '/javascript:alert(1)',
  `/me/${'a'.repeat(65)}`,
  `/me${'/a'.repeat(7)}`,
];

describe('the path that a login returns to', () => {
  test.each(OURS)('%j is a page of ours and is gone to', (path) => {
    expect(returnPathOf(path)).toBe(path);
  });

  test.each(TRICKS)('%j is not, so the login ends at the list of awards', (path) => {
    expect(returnPathOf(path)).toBe(DEFAULT_RETURN_PATH);
  });

  test('every accepted path stays on our origin, however an address is read', () => {
    for (const path of OURS) {
      expect(new URL(returnPathOf(path), 'https://laurel.example').origin).toBe(
        'https://laurel.example',
      );
    }
  });
});
