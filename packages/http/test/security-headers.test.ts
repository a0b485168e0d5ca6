import { securityHeaders } from '@laurel/http/security-headers';
import { Hono } from 'hono';
import { expect, test } from 'vitest';

type Bindings = { readonly ORIGIN: string };

function appWith(route: () => Response) {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(
    securityHeaders<Bindings>({ styles: ['sha256-abc='], scripts: [] }, ({ ORIGIN }) => ORIGIN),
  );
  app.get('/', route);
  return app;
}

const secure = { ORIGIN: 'https://laurel.example' };

test('Every answer, also to an unknown address, allows one stylesheet and nothing from elsewhere.', async () => {
  const app = appWith(() => new Response('x'));
  for (const path of ['/', '/nowhere']) {
    const { headers } = await app.request(path, {}, secure);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'sha256-abc='",
      "img-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
});

test('A route that has its own policy keeps it.', async () => {
  const own = { headers: { 'content-security-policy': 'sandbox' } };
  const answer = await appWith(() => new Response('<svg/>', own)).request('/', {}, secure);
  expect(answer.headers.get('content-security-policy')).toBe('sandbox');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('Strict transport security is asked for over https alone.', async () => {
  const app = appWith(() => new Response('x'));
  const header = async (ORIGIN: string) =>
    (await app.request('/', {}, { ORIGIN })).headers.get('strict-transport-security');
  expect(await header('https://laurel.example')).toContain('max-age=');
  expect(await header('http://localhost:8787')).toBeNull();
});
