import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../../development/wikimedia/stand-in.ts';
import { globalUsersDirectory } from '../src/directory.ts';
import { homeWikiOf } from '../src/home-wiki.ts';
import { nameDistance } from '../src/name-distance.ts';
import { nearNames } from '../src/near-names.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({
    port: 0,
    host: '127.0.0.1',
    consumer: { clientId: 'a', clientSecret: 'b', redirectUri: 'http://localhost/back' },
  });
  const known = ['Nobodi of Accra', 'Nobodies United in Song', 'Nobodi ọf Àccra'];
  await globalUsersDirectory(wikimedia()).resolve(known);
});
afterAll(() => standIn.close());

function wikimedia() {
  return { baseUrl: standIn.url, userAgent: 'Laurel-test/1 (https://laurel.example)' };
}

test('names with one slip of the pen are near, the nearest first, and others are not', async () => {
  const near = await nearNames(wikimedia(), 'Nobody of Accra', 3);
  if (!near.ok) throw new Error(near.failure.reason);
  expect(near.value.map(({ username }) => username).toSorted()).toEqual(
    ['Nobodi of Accra', 'Nobodi ọf Àccra'].toSorted(),
  );
  expect(near.value[0]?.homeWiki).toBe('metawiki');
});

test('marks, case and punctuation do not make names differ', () => {
  expect(nameDistance('Ọlá-Bàdàn', 'ola badan')).toBe(0);
  expect(nameDistance('kitten', 'sitting')).toBe(3);
});

test('a Wikimedia that turns us away is told as such', async () => {
  standIn.fail('api', { status: 429, times: 1, retryAfterSeconds: 7 });
  expect(await nearNames(wikimedia(), 'Nobody of Accra', 3)).toEqual({
    ok: false,
    failure: { reason: 'directory_unavailable', retryAfterSeconds: 7 },
  });
  standIn.fail('api', { status: 200, times: 1, body: '{"query":{' });
  expect(await homeWikiOf(wikimedia(), 'Anybody')).toMatchObject({ ok: false });
});
