import { expect, test } from 'vitest';
import { cachedOf } from '../src/cache.ts';
import { keptAnswers } from '../src/kept-answers.ts';

const HTML = { contentType: 'text/html', maxAgeSeconds: 300 };

function ask(path: string, etag?: string | null): Request {
  const headers = etag == null ? {} : { 'if-none-match': etag };
  return new Request(`https://laurel.example${path}`, { headers });
}

/** Makes a page of its facts, and counts how often. */
function counting() {
  let made = 0;
  const make = (facts: string) => () => {
    made += 1;
    return `<p>${facts}</p>`;
  };
  return { make, times: () => made };
}

test('what was made of the same facts is not made again, neither for a 200 nor for a 304', async () => {
  const { make, times } = counting();

  const first = await cachedOf(ask('/one'), 'Aïsha', make('Aïsha'), HTML);
  const second = await cachedOf(ask('/one'), 'Aïsha', make('Aïsha'), HTML);
  const etag = first.headers.get('etag');
  const unchanged = await cachedOf(ask('/one', etag), 'Aïsha', make('Aïsha'), HTML);

  expect([first.status, second.status, unchanged.status]).toEqual([200, 200, 304]);
  expect(await second.text()).toBe('<p>Aïsha</p>');
  expect(await unchanged.text()).toBe('');
  expect(unchanged.headers.get('etag')).toBe(etag);
  expect(times()).toBe(1);
});

test('other facts, another address or another type make another answer, whose tag is another', async () => {
  const { make, times } = counting();
  const first = await cachedOf(ask('/two'), 'Bilal', make('Bilal'), HTML);
  const etag = first.headers.get('etag');

  const changed = await cachedOf(ask('/two', etag), 'Binta', make('Binta'), HTML);
  const elsewhere = await cachedOf(ask('/three', etag), 'Bilal', make('Other'), HTML);
  const asText = { ...HTML, contentType: 'text/plain' };
  const otherwise = await cachedOf(ask('/two', etag), 'Bilal', make('Plain'), asText);

  expect([changed.status, elsewhere.status, otherwise.status]).toEqual([200, 200, 200]);
  expect(await changed.text()).toBe('<p>Binta</p>');
  expect(times()).toBe(4);
});

test('what has not been asked for longest is forgotten first, and too much is not kept at all', () => {
  const kept = keptAnswers(100);
  const made = (length: number) => ({ body: new Uint8Array(length), etag: `"${length}"` });

  kept.keep('a', made(40));
  kept.keep('b', made(40));
  expect(kept.find('a')).not.toBeNull();
  kept.keep('c', made(40));
  kept.keep('d', made(1_000));

  expect(['a', 'b', 'c', 'd'].map((facts) => kept.find(facts)?.etag ?? null)).toEqual([
    '"40"',
    null,
    '"40"',
    null,
  ]);
});
