import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { auditOfRunning } from '../support/audited.ts';
import { aCredential, anAwardRequest, postAwards, reportOf } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { hiddenFieldsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { type SlowDirectory, startSlowDirectory } from '../support/slow-directory.ts';
import { overload, relieve } from '../support/trouble.ts';
import { postVerify } from '../support/verifying.ts';

const NAME = 'Ìyábọ̀ the Unhurried';

const Signed = z.object({
  credentialStatus: z.object({ statusListCredential: z.url() }),
  credentialSubject: z.object({ achievement: z.object({ id: z.url() }) }),
});
type SignedParts = z.infer<typeof Signed>;

let directory: SlowDirectory;
let laurel: Laurel;
let organizer: BrowserSession;
let page: string;
beforeAll(async () => {
  directory = await startSlowDirectory();
  laurel = await startLaurel({
    storesMayFail: true,
    onLog: () => undefined,
    wikimediaUrl: directory.url,
  });
  directory.standBefore(laurel.standIn.url);
  organizer = await aMember(laurel, 'Organizer of the Overfull Hall', ['admin', 'awarder']);
  ({ page } = await aCredential(laurel, { recipients: [{ username: NAME }] }));
  await fetch(`${page}.json`);
});
afterEach(() => relieve(laurel));
afterAll(async () => {
  await laurel.stop();
  await directory.close();
});

function isOverloaded(answer: Response): void {
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('10');
}

describe('while PUBLIC is overloaded', () => {
  test.each([
    '',
    '.json',
    '.jwt',
    '.pdf',
    '.png',
    '.svg',
    '/embed',
    '/certificate',
    '/endorsements',
  ])('/c/{id}%s answers 503 with Retry-After, and nothing of before', async (form) => {
    const before = await fetch(`${page}${form}`);
    expect(before.status).toBe(200);
    await before.arrayBuffer();
    await overload(laurel, { store: 'PUBLIC' });

    const answer = await fetch(`${page}${form}`);

    isOverloaded(answer);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(await answer.clone().text()).not.toContain(NAME);
    await expectProblem(answer, { reason: 'store_unavailable' });
  });

  test('a hidden, an unknown and a shown credential are told alike', async () => {
    await overload(laurel, { store: 'PUBLIC' });
    const shown = await (await fetch(page)).text();
    const unknown = await (await fetch(`${laurel.url}/c/11111111111111111`)).text();
    const id = page.split('/').at(-1) ?? '';

    expect(unknown.replaceAll('11111111111111111', id)).toBe(shown);
  });

  test.each([
    [
      'a status list',
      (signed: SignedParts) => new URL(signed.credentialStatus.statusListCredential).pathname,
    ],
    ['did.json of an issuer', () => `/issuers/${laurel.issuer}/did.json`],
    ['its JWKs', () => `/issuers/${laurel.issuer}/jwks.json`],
    ['the history of its keys', () => `/issuers/${laurel.issuer}/keys.json`],
    ['did.json of the service', () => '/.well-known/did.json'],
    [
      'an achievement',
      (signed: SignedParts) => new URL(signed.credentialSubject.achievement.id).pathname,
    ],
  ] as const)('%s is served as it was', async (_, pathOf) => {
    const path = pathOf(Signed.parse(await (await fetch(`${page}.json`)).json()));
    const before = await fetch(`${laurel.url}${path}`);
    expect(before.headers.get('cache-control')).toContain('public');
    const bytes = await before.text();
    await overload(laurel, { store: 'PUBLIC' });

    const answer = await fetch(`${laurel.url}${path}`);

    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(bytes);
    expect(answer.headers.get('content-type')).toBe(before.headers.get('content-type'));
    expect(Number(answer.headers.get('age'))).toBeLessThan(3_600);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=10');
    expect(answer.headers.get('retry-after')).toBeNull();
    const unasked = await fetch(`${laurel.url}${path}`, { headers: { 'accept-language': 'ar' } });
    isOverloaded(unasked);
  });

  test('verifying, by address or by what somebody brings, is put off and no verdict is given', async () => {
    const credential = await (await fetch(`${page}.json`)).json();
    await overload(laurel, { store: 'PUBLIC' });

    for (const body of [{ url: page }, { credential }]) {
      const answer = await postVerify(laurel, body);
      isOverloaded(answer);
      await expectProblem(answer, { reason: 'store_unavailable' });
    }
  });

  test('/health says which part it is', async () => {
    await overload(laurel, { store: 'PUBLIC' });
    const answer = await fetch(`${laurel.url}/health`);
    expect(answer.status).toBe(503);
  });
});

describe('while PRIVATE is overloaded', () => {
  test('a form is a page that holds what was typed, and is taken once it is sent again', async () => {
    const typed = [
      ['name', '“Kept” <b>through</b> it'],
      ['scopes', 'awards:read'],
      ['days', '9'],
    ] as const;
    await overload(laurel, { store: 'PRIVATE' });
    const path = `/desk/issuers/${laurel.issuer}/tokens`;

    const answer = await organizer.post(path, typed);

    isOverloaded(answer);
    const shown = await answer.text();
    expect(shown).toContain('<html');
    expect(shown).toContain(`action="${path}"`);
    expect(shown).not.toContain('<b>through');
    const fields = hiddenFieldsIn(shown);
    expect(fields).toMatchObject({ scopes: 'awards:read', days: '9' });
    await relieve(laurel);
    const again = await organizer.post(path, fields);
    expect(await again.text()).toMatch(/laurel_[0-9a-f]{64}/);
  });

  test('what a program asked is not done by half: the same key awards once, afterwards', async () => {
    const request = anAwardRequest({ recipients: [{ username: 'Tolulope of the Queue' }] });
    const headers = { 'idempotency-key': crypto.randomUUID() };
    // Each of its statements is the one that fails, until none is left.
    let batch: string | null = null;
    for (let failing = 1; batch === null; failing += 1) {
      await overload(laurel, { worker: 'laurel-desk', onlyAt: failing });
      const answer = await postAwards(laurel, request, headers);
      await relieve(laurel);
      if (answer.status === 202) batch = Object(await answer.json()).batch;
      else isOverloaded(answer);
      expect(failing).toBeLessThan(50);
    }
    const report = await settled(batch);
    expect(report.counts.accepted).toBe(1);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    const { results } = await store
      .prepare(
        'select id from batches where id in (select batch_id from idempotency_keys where key = ?)',
      )
      .bind(`request:${headers['idempotency-key']}`)
      .all();
    expect(results).toHaveLength(1);
  });
});

/** The report of a batch once all of its rows have an answer; time passes a tick at a time. */
async function settled(batch: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  for (let ticks = 0; ticks < 100; ticks += 1) {
    const report = await reportOf(laurel, batch);
    if ((report.counts.queued ?? 0) === 0) return report;
    await store.exec('update outbox set due_at_seconds = 0, leased_until_seconds = 0');
    await laurel.runtime.tick();
  }
  throw new Error('a batch does not end');
}

test('a batch during which one statement in ten fails awards and signs for everybody once', async () => {
  const seed = Number(process.env.LAUREL_PROPERTY_SEED ?? 20261127);
  const size = 40;
  const recipients = Array.from({ length: size }, (_, at) => ({ username: `Patient ${at}` }));
  const accepted = await postAwards(laurel, anAwardRequest({ recipients }));
  const { batch } = Object(await accepted.json());
  await overload(laurel, { share: { of: 0.1, seed } });
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  for (let ticks = 0; ticks < 5; ticks += 1) {
    await store.exec('update outbox set due_at_seconds = 0, leased_until_seconds = 0');
    await laurel.runtime.tick().catch(() => {});
  }
  await relieve(laurel);

  const { counts } = await settled(batch);

  expect(counts, `seed ${seed}`).toMatchObject({ accepted: size });
  await store.exec(
    "update intents set recorded_at_seconds = recorded_at_seconds - 61 where state = 'recorded'",
  );
  await laurel.runtime.tick();
  expect(await auditOfRunning(laurel), `seed ${seed}`).toEqual({});
}, 240_000);

test('while the directory takes its time a batch waits, and everything else is served', async () => {
  const asked = directory.hold();
  const accepted = await postAwards(
    laurel,
    anAwardRequest({ recipients: [{ username: 'Waiting of Wikimedia' }] }),
  );
  expect(accepted.status).toBe(202);
  const { batch } = Object(await accepted.json());
  await asked;

  expect((await reportOf(laurel, batch)).counts.queued).toBe(1);
  expect((await fetch(page)).status).toBe(200);
  expect((await postVerify(laurel, { url: page })).status).toBe(200);
  expect((await organizer.get(`/desk/issuers/${laurel.issuer}`)).status).toBe(200);
  directory.letGo();
  expect((await settled(batch)).counts.accepted).toBe(1);
});

test('a queue that lost everything delays and loses nothing: the backlog is worked by the sweep', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const asked = directory.hold();
  const batches: string[] = [];
  for (let at = 0; at < 4; at += 1) {
    const recipients = Array.from({ length: 60 }, (_, one) => ({
      username: `Backlog ${at} ${one}`,
    }));
    const accepted = await postAwards(laurel, anAwardRequest({ consent: 'ask', recipients }));
    batches.push(Object(await accepted.json()).batch);
  }
  await asked;
  const waiting = await store.prepare('select count(*) as count from outbox').first('count');
  expect(Number(waiting)).toBeGreaterThanOrEqual(batches.length);
  directory.letGo();

  for (const batch of batches) expect((await settled(batch)).counts.open).toBe(60);
  expect(await auditOfRunning(laurel)).toEqual({});
});
