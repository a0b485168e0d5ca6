import { expect, test } from 'vitest';
import { keptForSeconds } from '../src/retrieval/kept-for.ts';

test.each<[Readonly<Record<string, string>>, number]>([
  [{ 'cache-control': 'max-age=60' }, 60],
  [{ 'cache-control': 'max-age=60', age: '45' }, 15],
  [{ 'cache-control': 'max-age=60, s-maxage=20' }, 20],
  [{ 'cache-control': 'public, max-age=31536000, immutable' }, 300],
  [{ expires: new Date(Date.now() + 120_000).toUTCString() }, 119],
  [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
  [{ 'cache-control': 'max-age=never' }, 0],
  [{ 'cache-control': 'max-age=-5' }, 0],
  [{ 'cache-control': 'max-age=60', pragma: 'no-cache' }, 60],
  [{ 'cache-control': 'max-age=60, no-store' }, 0],
  [{ 'cache-control': 'max-age=60, no-cache' }, 0],
  [{ 'cache-control': 'max-age=60, private' }, 0],
  [{ etag: '"1"', 'last-modified': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
  [{}, 0],
])('an answer with the headers %j is kept for %i s', (headers, seconds) => {
  const kept = keptForSeconds(
    'https://badges.example/did.json',
    'application/json',
    new Headers(headers),
  );

  expect(kept).toBeGreaterThanOrEqual(Math.max(0, seconds - 2));
  expect(kept).toBeLessThanOrEqual(seconds);
});
