import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askPart, expectBrokenOff, listIn, takePart } from '../support/archive.ts';
import { anAwardRequest, award, type BatchReport, revoke } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { signedIn } from '../support/stored-sessions.ts';

/** The most invocations of Workers that one request may make (Cloudflare Workers, Limits). */
const MOST_INVOCATIONS = 32;
/** Two parts, of which the second has two sets: no more than it takes, as each is signed and drawn. */
const ALL = 553;

/** The front door and the desk, which come before any set. */
const BEFORE_SETS = 2;

let laurel: Laurel;
let batch: BatchReport;
/** Calls between Workers: of the desk to the verifier, and of that to the renderer. */
let calls: { sets: number; drawings: number };
/** What happens before the set of this number is asked for, from 1. */
let beforeSet: (set: number) => Promise<void>;

beforeEach(() => {
  calls = { sets: 0, drawings: 0 };
  beforeSet = async () => {};
});

beforeAll(async () => {
  laurel = await startLaurel({
    between: [
      {
        worker: 'laurel-desk',
        binding: 'VERIFIER',
        target: 'laurel-verifier',
        methods: ['certificates'],
        onCall: async () => {
          calls.sets++;
          await beforeSet(calls.sets);
        },
      },
      {
        worker: 'laurel-verifier',
        binding: 'RENDERER',
        target: 'laurel-renderer',
        methods: ['renderSet'],
        onCall: async () => {
          calls.drawings++;
        },
      },
    ],
  });
  const recipients = Array.from({ length: ALL }, (_, at) => ({ username: `Uzoma ${at + 1}` }));
  batch = await award(laurel, anAwardRequest({ recipients }));
}, 240_000);
afterAll(() => laurel.stop());

test('more than five hundred certificates come in parts, and each row is in one of them', async () => {
  expect(batch.certificates).toEqual({ ready: ALL, expected: ALL, parts: 2 });

  const files = await takePart(laurel, batch.batch, '?part=2');

  expect(files).toHaveLength(54);
  expect(files[0]?.name).toBe('501 Uzoma 501.pdf');
  expect(files.at(-2)?.name).toBe('553 Uzoma 553.pdf');
  const [, ...rows] = listIn(files);
  expect(rows.map(([row]) => Number(row))).toEqual(Array.from({ length: 53 }, (_, at) => 501 + at));
  expect((await askPart(laurel, batch.batch, '?part=3')).status).toBe(404);
}, 60_000);

test('five hundred certificates take no more invocations than a request may make, and no two are alike', async () => {
  const files = await takePart(laurel, batch.batch);

  expect(files).toHaveLength(501);
  const digests = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  expect(new Set(digests).size).toBe(501);
  expect(calls.sets).toBe(calls.drawings);
  expect(BEFORE_SETS + calls.sets + calls.drawings).toBeLessThanOrEqual(MOST_INVOCATIONS);
}, 120_000);

test('what is hidden or revoked between two sets is not handed out any more, and the list says so', async () => {
  const [, hidden, revoked] = [550, 551, 553].map((row) => batch.recipients[row - 1]);
  beforeSet = async (set) => {
    if (set !== 2) return;
    const holder = await signedIn(laurel, hidden?.username ?? '');
    const id = hidden?.credential?.split('/').at(-1);
    await holder.post(`/me/credentials/${id}/link`, { link: 'off' });
    await revoke(laurel, revoked?.award ?? '', { reason: 'issued_in_error' });
  };

  const files = await takePart(laurel, batch.batch, '?part=2');

  const told = new Map(listIn(files).map(([row, , file, , none]) => [row, { file, none }]));
  expect(told.get('550')).toEqual({ file: '550 Uzoma 550.pdf', none: '' });
  expect(told.get('551')).toEqual({
    file: '',
    none: 'Its link is switched off: only its holder has it.',
  });
  expect(told.get('553')).toEqual({ file: '', none: 'It was revoked.' });
  expect(files).toHaveLength(52);
}, 60_000);

test('where a set fails, the download breaks off, and what was received is no archive', async () => {
  beforeSet = async (set) => {
    if (set === 2) throw new Error('stopped on purpose');
  };

  await expectBrokenOff(await askPart(laurel, batch.batch, '?part=2'));
}, 60_000);

test('whoever goes away in between has no more drawn', async () => {
  const { promise: gone, resolve: goAway } = Promise.withResolvers<void>();
  beforeSet = async (set) => {
    if (set === 2) await gone;
  };
  const answer = await askPart(laurel, batch.batch);
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  goAway();

  const complete = await takePart(laurel, batch.batch, '?part=2');

  expect(complete).toHaveLength(52);
  expect(calls.sets).toBeLessThan(6);
}, 60_000);
