import { cached } from '@laurel/http/cache';
import { preferredType, prefersHtml } from '@laurel/http/media-type';
import { expect, test } from 'vitest';

const OFFERS = ['text/html', 'application/vc', 'application/json'] as const;

test('The most specific range decides, then the order of the offers.', () => {
  expect(preferredType('application/json', OFFERS)).toBe('application/json');
  expect(preferredType('application/vc;q=0.5, application/json;q=0.4', OFFERS)).toBe(
    'application/vc',
  );
  expect(preferredType('application/*, text/html;q=0.9', OFFERS)).toBe('application/vc');
  expect(preferredType('*/*', OFFERS)).toBe('text/html');
  expect(preferredType('text/html;q=0, */*', OFFERS)).toBe('application/vc');
});

test('Without a header, or where nothing fits, the first offer is made.', () => {
  expect(preferredType(null, OFFERS)).toBe('text/html');
  expect(preferredType('image/png', OFFERS)).toBe('text/html');
  expect(preferredType(';;;,q=,', OFFERS)).toBe('text/html');
});

test('A browser gets a page, and a program that takes anything gets a problem document.', () => {
  expect(prefersHtml('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8')).toBe(true);
  expect(prefersHtml('*/*')).toBe(false);
  expect(prefersHtml(null)).toBe(false);
  expect(prefersHtml('application/json')).toBe(false);
});

test('Who has the bytes already gets 304, and other bytes have another tag.', async () => {
  const options = { contentType: 'application/json', maxAgeSeconds: 300 };
  const ask = (body: string, tag?: string) =>
    cached(
      new Request(
        'https://laurel.example/',
        tag === undefined ? {} : { headers: { 'if-none-match': tag } },
      ),
      body,
      options,
    );
  const first = await ask('{}');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
  expect(first.headers.get('cache-control')).toBe('public, max-age=300');
  const again = await ask('{}', `"other", W/${tag}`);
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect((await ask('{"a":1}', tag)).status).toBe(200);
});
