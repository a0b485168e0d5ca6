import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { signerOf } from '../../development/stewardship.ts';
import { expectBrokenOff } from '../support/archive.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { ARCHIVE, exported, textOf } from '../support/exporting.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { makeRecord } from '../support/recording.ts';

/** The most invocations of Workers that one request may make (Cloudflare Workers, Limits). */
const MOST_INVOCATIONS = 32;
const ALL = 500;
const NAME = 'Uzoma of Calabar';
/** What the desk asks of the signer: what is held, in two calls, copies in three, and in three how it is shown. */
const OF_SIGNER = 8;
/** The front door and the desk. */
const BEFORE = 2;

let laurel: Laurel;
let session: BrowserSession;
let calls: number;
let sets: number;
/** What happens before the set of this number is asked for, from 1. */
let beforeSet: (set: number) => Promise<void>;
const counted = async () => {
  calls++;
};

beforeEach(() => {
  [calls, sets] = [0, 0];
  beforeSet = async () => {};
});

beforeAll(async () => {
  laurel = await startLaurel({
    between: [
      {
        worker: 'laurel-desk',
        binding: 'VERIFIER',
        target: 'laurel-verifier',
        methods: ['filesOfCopies', 'bundlesOfRecords', 'offlineKit'],
        onCall: async () => {
          calls++;
          sets++;
          // The kit comes before the sets.
          await beforeSet(sets - 1);
        },
      },
      {
        worker: 'laurel-verifier',
        binding: 'RENDERER',
        target: 'laurel-renderer',
        methods: ['renderSet'],
        onCall: counted,
      },
    ],
  });
  const { award, id, session: own } = await aHeldCredential(laurel, NAME);
  session = own;
  const signer = await signerOf(laurel.runtime);
  for (let at = 1; at < ALL; at += 50) {
    const wanted = Array.from({ length: Math.min(50, ALL - at) }, (_, one) => ({
      requestKey: `many:${at + one}`,
      awardId: award,
      language: 'en',
      disclosure: 'account' as const,
    }));
    await signer.issue(wanted);
  }
  expect(await signer.held(accountIdOf(NAME))).toHaveLength(ALL);
  // On a busy machine that took so long that connections from before are closed under whoever asks first.
  const isAnswered = () =>
    fetch(`${laurel.url}/robots.txt`).then(
      () => true,
      () => false,
    );
  while (!(await isAnswered())) await new Promise(setImmediate);
  await makeRecord(session, [id]);
}, 240_000);
afterAll(() => laurel.stop());

test('five hundred certificates are in one archive, within the invocations that a request may make', async () => {
  const files = await exported(session);

  const pdfs = [...files.keys()].filter((name) => name.endsWith('.pdf'));
  expect(pdfs).toHaveLength(ALL);
  expect(
    new Set(pdfs.map((name) => Buffer.from(files.get(name) ?? []).toString('base64'))).size,
  ).toBe(ALL);
  expect(BEFORE + OF_SIGNER + calls).toBeLessThanOrEqual(MOST_INVOCATIONS);
}, 180_000);

test('what does not fit is in a second part, which has nothing of the first but the keys', async () => {
  const page = await (await session.get('/me/export')).text();
  expect(page.match(/archive\.zip\?part=/g)).toHaveLength(2);

  const files = await exported(session, '?part=2');

  const folders = [...files.keys()].map((name) => name.split('/')[0]);
  expect(new Set(folders)).toEqual(
    new Set(['README.txt', 'records', 'keys', 'verify.html', 'index.html']),
  );
  expect(textOf(files, 'README.txt')).toContain('Part 2 of 2');
}, 60_000);

test('where a set fails, the download breaks off, and what was received is no archive', async () => {
  beforeSet = async (set) => {
    if (set === 2) throw new Error('stopped on purpose');
  };

  await expectBrokenOff(await session.get(ARCHIVE));
}, 60_000);

test('whoever goes away in between has no more drawn, and can begin anew', async () => {
  const { promise: gone, resolve: goAway } = Promise.withResolvers<void>();
  beforeSet = async (set) => {
    if (set === 2) await gone;
  };
  const answer = await session.get(ARCHIVE);
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  goAway();

  const files = await exported(session, '?part=2');

  expect(files.has('index.html')).toBe(true);
  expect(sets).toBeLessThan(7);
}, 60_000);
