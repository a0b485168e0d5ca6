import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KeptPoint } from '../../development/counters/point.ts';
import { sumsOf } from '../../development/counters/sums.ts';
import { aCredential, anAwardRequest, award, postAwards } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { postVerify } from '../support/verifying.ts';

const NAME = 'Uncounted Ụzọamaka';

const points: KeptPoint[] = [];
const logged: string[] = [];
let laurel: Laurel;
let held: string;
beforeAll(async () => {
  laurel = await startLaurel({
    onPoint: (point) => points.push(point),
    onLog: (line) => logged.push(line),
  });
  const { page } = await aCredential(laurel);
  const { id } = await aHeldCredential(laurel, NAME);
  held = id;
  const credential: unknown = await (await fetch(`${page}.json`)).json();
  await postVerify(laurel, { credential });
  await postVerify(laurel, { credential: { ...Object(credential), name: 'Another' } });
  await award(laurel, anAwardRequest({ recipients: ['Bad#', 'Nobody', 'Ok'].map(toRecipient) }));
  await postAwards(laurel, '{', { authorization: undefined });
  await fetch(`${laurel.url}/c/${id}`, { headers: { accept: 'text/html' } });
  await fetch(`${laurel.url}/nothing/${NAME}`, { method: 'PROPFIND' });
  await laurel.runtime.tick();
});
afterAll(() => laurel.stop());

function toRecipient(username: string) {
  return { username };
}

/** The sum of the numbers of all points of a kind with these words at their places. */
function counted(kind: string, ...words: readonly (string | null)[]): readonly number[] {
  const fitting = sumsOf(points).filter(
    (one) =>
      one.counted === kind && words.every((word, at) => word === null || one.words[at] === word),
  );
  const longest = Math.max(0, ...fitting.map(({ sums }) => sums.length));
  return Array.from({ length: longest }, (_, at) =>
    fitting.reduce((sum, { sums }) => sum + (sums[at] ?? 0), 0),
  );
}

test('what is done is counted: signed, verified, refused, worked, ticked', async () => {
  await expect.poll(() => counted('duty', 'desk', 'lookAtParts', 'done')[0]).toBe(1);

  expect(counted('issued', 'credential').slice(0, 2)).toEqual([3, 0]);
  expect(counted('verified', 'valid', 'api')).toEqual([1]);
  expect(counted('verified', 'invalid', 'api')).toEqual([1]);
  expect(counted('batch', 'paper')).toEqual([4]);
  expect(counted('batch', 'ask')).toEqual([1]);
  expect(counted('row', 'awarded')).toEqual([3]);
  expect(counted('row', 'username_invalid')).toEqual([1]);
  expect(counted('row', 'account_missing')).toEqual([1]);
  expect(counted('task', 'award_rows', 'done')[0]).toBe(3);
  expect(counted('duty', 'signer', 'sequenceLog', 'done')[0]).toBe(1);
  expect(counted('backlog', 'work')).toEqual([0, 0]);
  expect(counted('backlog', 'log')).toEqual([0, 0]);
});

test('each request is counted by its route, its answer and its refusal', () => {
  const awards = ['desk', '/api/v1/issuers/:slug/awards', 'POST'] as const;
  expect(counted('request', ...awards, '202')[0]).toBe(3);
  expect(counted('request', ...awards, '401', 'token_missing')[0]).toBe(1);
  expect(counted('request', 'verifier', '/c/:name', 'GET', '404', 'credential_unknown')[0]).toBe(1);
  expect(counted('request', 'verifier', 'none', 'other', '404', 'page_unknown')[0]).toBe(1);
});

test('each request is a line of JSON with the same and an id of its own, and nothing else', () => {
  const lines = logged.map((line): Record<string, unknown> => JSON.parse(line));
  const requests = lines.filter(({ line }) => line === 'request');

  expect(requests.length).toBeGreaterThan(10);
  expect(new Set(requests.map(({ request }) => request)).size).toBe(requests.length);
  for (const { refusal, ...request } of requests) {
    expect(refusal === undefined || /^[a-z_]+$/.test(String(refusal))).toBe(true);
    expect(request).toEqual({
      line: 'request',
      worker: expect.stringMatching(/^(desk|verifier)$/),
      request: expect.stringMatching(/^[0-9a-f]{16}$/),
      method: expect.stringMatching(/^([A-Z]+|other)$/),
      route: expect.stringMatching(/^(\/[\w.:{}+/?-]*|none)$/),
      status: expect.any(Number),
      ms: expect.any(Number),
    });
  }
  expect(lines.filter(({ line }) => line === 'work').map(({ work }) => work)).toEqual(
    expect.arrayContaining(['task award_rows', 'cron * * * * *']),
  );
});

test('no counter and no line knows a person, a credential, an issuer or an address', () => {
  const everything = [...points.map((point) => JSON.stringify(point)), ...logged].join('\n');
  for (const known of [NAME, encodeURIComponent(NAME), held, laurel.issuer, laurel.token]) {
    expect(everything).not.toContain(known);
  }
  for (const { dataset, indexes, blobs } of points) {
    expect(dataset).toBe('laurel_counters');
    expect(indexes).toHaveLength(1);
    expect(blobs.join('').length).toBeLessThan(200);
  }
});
