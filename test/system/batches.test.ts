import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, award, postAwards, reportOf } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { fetchJson } from '../support/stranger.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function privateStore() {
  return laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

test('each recipient has a row with its reason, and the others are awarded', async () => {
  const usernames = [
    'User:adùnní of_Ìbàdàn',
    'Adùnní of Ìbàdàn',
    'Nobody at all',
    'Locked Person',
    'Hidden Person',
    'Bad#name',
    '203.0.113.7',
    'Ф. Иванов',
  ];

  const report = await award(
    laurel,
    anAwardRequest({ recipients: usernames.map((username) => ({ username })) }),
  );

  expect(report.recipients.map(({ state, refusal }) => refusal?.reason ?? state)).toEqual([
    'accepted',
    'duplicate_in_batch',
    'account_missing',
    'account_locked',
    'account_missing',
    'username_invalid',
    'username_invalid',
    'accepted',
  ]);
  expect(report.recipients[0]?.username).toBe('Adùnní of Ìbàdàn');
  expect(report.recipients[1]?.refusal).toMatchObject({
    firstRow: 0,
    explanation: expect.stringContaining('row 1 of this batch'),
  });
  for (const { refusal } of report.recipients) {
    if (refusal !== undefined) expect(refusal.explanation.length).toBeGreaterThan(20);
  }
});

test('what stands at the top holds for every recipient that does not say otherwise', async () => {
  const report = await award(
    laurel,
    anAwardRequest({
      consent: 'ask',
      hours: 2.5,
      recipients: [
        { username: 'Top One' },
        { username: 'Top Two', consent: 'paper', hours: 5, disclosure: 'none' },
      ],
    }),
  );

  const [one, two] = report.recipients;
  expect(one).toMatchObject({ state: 'open', claim: expect.stringContaining('/claim/') });
  expect(one).not.toHaveProperty('credential');
  expect(two).toMatchObject({ state: 'accepted', credential: expect.stringContaining('/c/') });
  expect(two).not.toHaveProperty('claim');
  const signed = await fetchJson(`${two?.credential}.json`);
  expect(signed.credentialSubject).toMatchObject({ result: [{ value: '5' }] });
  expect(signed.credentialSubject).not.toHaveProperty('identifier');
});

test('the same achievement for the same period is awarded once, also without a period', async () => {
  for (const period of [{ start: '2026-05-01', end: '2026-05-02' }, undefined]) {
    const body = anAwardRequest({ period, recipients: [{ username: 'Once Only' }] });
    const first = await award(laurel, body);
    const second = await award(laurel, body);

    expect(first.counts).toMatchObject({ accepted: 1, refused: 0 });
    expect(second.recipients[0]?.refusal?.reason).toBe('already_awarded');
  }
});

test('two requests at once award once', async () => {
  const body = anAwardRequest({ recipients: [{ username: 'At Once' }] });

  const reports = await Promise.all([award(laurel, body), award(laurel, body)]);

  expect(reports.map(({ counts }) => counts.accepted).sort()).toEqual([0, 1]);
});

test('hours and minors: no place and no link are signed where minors may be', async () => {
  const evidence = [{ class: 'on-wiki-page', url: 'https://example.org/w/Event', place: 'Ìbàdàn' }];
  const [withPlace, minors, none] = await Promise.all(
    [
      { mayIncludeMinors: false, disclosure: 'account' },
      { mayIncludeMinors: true, disclosure: 'account' },
      { mayIncludeMinors: false, disclosure: 'none' },
    ].map(async (change, at) => {
      const recipients = [{ username: `Pupil ${at}` }];
      const report = await award(laurel, anAwardRequest({ evidence, recipients, ...change }));
      return (await fetch(`${report.recipients[0]?.credential}.json`)).text();
    }),
  );

  expect(withPlace).toContain('Ìbàdàn');
  for (const text of [minors, none]) {
    expect(text).not.toContain('Ìbàdàn');
    expect(text).not.toContain('example.org');
  }
});

test('when the queue loses every message, a sweep of the outbox awards all the same', async () => {
  const store = await privateStore();
  const accepted = await postAwards(
    laurel,
    anAwardRequest({ recipients: [{ username: 'Lost Message' }] }),
  );
  const { batch } = (await accepted.json()) as { batch: string };
  for (;;) {
    if ((await reportOf(laurel, batch)).counts.queued === 0) break;
  }
  // As if the message had been lost and nothing done: the row queued, its work due, no award.
  await store.batch([
    store
      .prepare(
        "update batch_rows set state = 'queued', username = 'Lost Message' where batch_id = ?",
      )
      .bind(batch),
    store
      .prepare('delete from intents where award_id in (select id from awards where batch_id = ?)')
      .bind(batch),
    store.prepare('delete from awards where batch_id = ?').bind(batch),
    store
      .prepare("insert into outbox values ('sweep-me', ?, 0, 0, 0)")
      .bind(JSON.stringify({ task: 'award_rows', batchId: batch, fromRow: 0, toRow: 0 })),
  ]);

  await laurel.runtime.tick();

  const report = await reportOf(laurel, batch);
  expect(report.counts).toMatchObject({ accepted: 1, queued: 0 });
  expect((await fetch(`${report.recipients[0]?.credential}.json`)).status).toBe(200);
  expect(await store.prepare('select count(*) as count from outbox').first('count')).toBe(0);
});

test('while Wikimedia’s directory is down rows wait, and are awarded once it answers', async () => {
  laurel.standIn.fail('api', { times: 1, status: 503, retryAfterSeconds: 0 });
  const accepted = await postAwards(
    laurel,
    anAwardRequest({ recipients: [{ username: 'Patient Person' }] }),
  );
  const { batch } = (await accepted.json()) as { batch: string };
  const store = await privateStore();
  for (;;) {
    const waiting = await store
      .prepare(
        'select count(*) as count from outbox where attempts = 1 and leased_until_seconds = 0',
      )
      .first('count');
    if (waiting === 1) break;
  }

  await store.prepare('update outbox set due_at_seconds = 0').run();
  await laurel.runtime.tick();

  expect((await reportOf(laurel, batch)).counts).toMatchObject({ accepted: 1 });
});

test('a task that fails waits half a minute and is tried again; rows that could be signed are settled', async () => {
  const store = await privateStore();
  const keys = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const retired =
    "update verification_keys set retired_at_seconds = %s where owner = 'demonstration'";
  await keys.prepare(retired.replace('%s', '1')).run();
  const nowSeconds = Math.floor(Date.now() / 1000);

  const accepted = await postAwards(
    laurel,
    anAwardRequest({ recipients: [{ username: 'Waiting For A Key' }] }),
  );
  const { batch } = (await accepted.json()) as { batch: string };
  const waiting = () =>
    store
      .prepare('select attempts, due_at_seconds as due from outbox where leased_until_seconds = 0')
      .first<{ attempts: number; due: number }>();
  let task = await waiting();
  while (task?.attempts !== 1) task = await waiting();
  await laurel.runtime.tick();

  expect(task.due - nowSeconds).toBeGreaterThanOrEqual(30);
  expect(task.due - nowSeconds).toBeLessThan(45);
  expect((await waiting())?.attempts).toBe(1);
  expect((await reportOf(laurel, batch)).counts).toMatchObject({ queued: 1 });

  await keys.prepare(retired.replace('%s', 'null')).run();
  await store.prepare('update outbox set due_at_seconds = 0').run();
  await laurel.runtime.tick();
  expect((await reportOf(laurel, batch)).counts).toMatchObject({ accepted: 1 });
});

test('the directory is asked in calls of at most fifty names', async () => {
  const before = laurel.standIn.requests.filter(({ path }) => path === '/w/api.php').length;
  const recipients = Array.from({ length: 120 }, (_, at) => ({ username: `Crowd ${at}` }));

  const { counts } = await award(laurel, anAwardRequest({ consent: 'ask', recipients }));

  const calls = laurel.standIn.requests.filter(({ path }) => path === '/w/api.php').length - before;
  expect(counts).toMatchObject({ open: 120 });
  expect(calls).toBe(3);
});

test('a batch of another issuer, or of none, is unknown', async () => {
  const answer = await fetch(`${laurel.url}/api/v1/batches/${'x'.repeat(17)}`, {
    headers: { authorization: `Bearer ${laurel.token}` },
  });

  expect(answer.status).toBe(404);
});

test('the API describes itself', async () => {
  const description = await fetchJson(`${laurel.url}/api/v1/openapi.json`);

  expect(description).toMatchObject({
    openapi: '3.1.0',
    paths: { '/issuers/{slug}/awards': {}, '/awards/{id}/revocation': {} },
    components: { schemas: { AwardRequest: { required: ['achievement', 'recipients'] } } },
  });
});
