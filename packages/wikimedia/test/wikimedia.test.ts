import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { authorizationRequest } from '../src/authorize.ts';
import { endpointsOf, userAgentOf } from '../src/wikimedia.ts';
import { wikimediaAt } from './login.ts';

test('the User-Agent names the library in the version that is installed', () => {
  expect(userAgentOf('1.2.0', 'mail@laurel.example')).toBe(
    `Laurel/1.2.0 (mail@laurel.example) oauth4webapi/${manifest.dependencies.oauth4webapi}`,
  );
});

test.each([
  ['1.0', 'nobody'],
  ['1.0', 'https://laurel.example/ (us)'],
  ['1 0', 'https://laurel.example/'],
  ['', 'https://laurel.example/'],
  ['1.0', 'https://laurel.example/\r\nx: y'],
])('a User-Agent that the policy would not accept is not made: %j %j', (version, contact) => {
  expect(() => userAgentOf(version, contact)).toThrow(/^not a /);
});

test.each(['http://127.0.0.1:9000', 'http://localhost:9000', 'http://[::1]:9000'])(
  'a wiki on this machine may be spoken to without TLS: %s',
  (baseUrl) => {
    expect(endpointsOf({ baseUrl }).insecure).toBe(true);
  },
);

test.each(['http://meta.wikimedia.org', 'http://127.0.0.1.example', 'ftp://localhost'])(
  'no other wiki is spoken to without TLS: %s',
  (baseUrl) => {
    expect(() => endpointsOf({ baseUrl })).toThrow(/must be reached over https/);
  },
);

test('the login request asks for a code with PKCE S256, in the reader’s language, and for no scope', async () => {
  // RFC 7636, Appendix B.
  const url = await authorizationRequest(wikimediaAt('https://meta.wikimedia.org'), {
    state: 'a-state',
    codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    uiLocale: 'ha',
  });

  expect(url.origin + url.pathname).toBe('https://meta.wikimedia.org/w/rest.php/oauth2/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'laurel-tests',
    redirect_uri: 'http://127.0.0.1:8787/login/callback',
    state: 'a-state',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ui_locales: 'ha',
  });
});
