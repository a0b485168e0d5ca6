import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { anAwardRequest, award, type BatchReport, reportOf, revoke } from '../support/awarding.ts';
import { type BrowserSession, browserSession, logIn } from '../support/browser-session.ts';
import { auditedActs, callApi, privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { verifyBy } from '../support/verifying.ts';

const REASON = 'criteria_not_met';
const FIFTEEN_DAYS = 15 * 86_400;

let laurel: Laurel;
let asker: BrowserSession;
let other: BrowserSession;
let third: BrowserSession;
let desk: string;

beforeAll(async () => {
  laurel = await startLaurel();
  asker = await aMember(laurel, 'Asks for It', ['awarder']);
  other = await aMember(laurel, 'Confirms It', ['admin']);
  third = await aMember(laurel, 'Confirms It Too', ['awarder']);
  desk = `/desk/issuers/${laurel.issuer}/batches`;
});
afterAll(() => laurel.stop());

let batches = 0;

/** Two who agreed on paper, one who was asked, and one whom nobody knows. */
async function aBatch(more = 0): Promise<BatchReport> {
  batches += 1;
  return award(
    laurel,
    anAwardRequest({
      recipients: [
        { username: `Anan ${batches}` },
        { username: `Bo ${batches}` },
        { username: `Chinwe ${batches}`, consent: 'ask' },
        { username: 'Nobody There' },
        ...Array.from({ length: more }, (_, at) => ({ username: `Crowd ${batches} ${at}` })),
      ],
    }),
  );
}

const Revocations = z.object({
  revocations: z.array(z.looseObject({ revocation: z.string(), state: z.string() })),
});

async function revocationsOf(batch: string) {
  const answer = await callApi(laurel, 'GET', `/batches/${batch}/revocations`);
  return Revocations.parse(await answer.json()).revocations;
}

/** Asked for by the first member; the path of the request. */
async function asked(batch: string): Promise<string> {
  const answer = await asker.post(`${desk}/${batch}/revocations`, { reason: REASON });
  expect(answer.status).toBe(303);
  const [newest] = await revocationsOf(batch);
  return `${desk}/${batch}/revocations/${newest?.revocation}`;
}

async function allRevoked(batch: string): Promise<BatchReport> {
  await expect
    .poll(async () => (await (await other.get(`${desk}/${batch}`)).text()).includes('<progress'), {
      timeout: 30_000,
    })
    .toBe(false);
  return reportOf(laurel, batch);
}

test('one member asks, another confirms: what was accepted is revoked, open offers are cancelled', async () => {
  const { batch, recipients } = await aBatch();
  const page = await (await asker.get(`${desk}/${batch}/revocations`)).text();
  expect(page).toContain('2 accepted awards are revoked');
  expect(page).toContain('1 open offer is cancelled');
  expect(page).toContain('this cannot be taken back');

  const request = await asked(batch);
  const waiting = await (await other.get(`${desk}/${batch}`)).text();
  expect(waiting).toContain('Another member has to confirm it.');
  expect(await (await other.get(desk)).text()).toContain('1 request to revoke a batch waiting');
  expect(await (await other.get(`${desk}/revocations`)).text()).toContain('Asks for It');
  expect((await verifyBy(laurel, { url: recipients[0]?.credential })).verdict).toBe('valid');

  expect((await other.post(`${request}/confirmation`)).status).toBe(303);
  const { counts } = await allRevoked(batch);

  expect(counts).toMatchObject({ revoked: 2, closed: 1, refused: 1, accepted: 0, open: 0 });
  for (const { credential } of recipients.slice(0, 2)) {
    expect((await verifyBy(laurel, { url: credential })).verdict).toBe('revoked');
  }
  expect(await auditedActs(laurel, batch)).toEqual([
    'batch_created',
    'batch_revocation_requested',
    'batch_revoked',
  ]);
  const done = await (await asker.get(`${desk}/${batch}`)).text();
  expect(done).toContain('Revoked as a whole on');
  expect(done).not.toContain('Tell the people');
  const holder = browserSession(laurel);
  await logIn(holder, recipients[0]?.username ?? '');
  expect(await (await holder.get('/me')).text()).toContain('Its criteria had not been met.');
  await checkSigningRecords(laurel);
});

test('who asks cannot confirm, neither in another session nor by a token of theirs', async () => {
  const { batch } = await aBatch();
  const request = await asked(batch);
  const made = await asker.post(`/desk/issuers/${laurel.issuer}/tokens`, [
    ['name', 'tool'],
    ['scopes', 'awards:revoke'],
    ['scopes', 'awards:read'],
    ['days', '9'],
  ]);
  const token = /laurel_[0-9a-f]{64}/.exec(await made.text())?.[0] ?? '';
  const again = browserSession(laurel);
  await logIn(again, 'Asks for It');

  for (const session of [asker, again]) {
    const refused = await session.post(`${request}/confirmation`);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Another member has to confirm this');
  }
  const path = request.replace(desk, '/batches');
  const byToken = await callApi(laurel, 'POST', `${path}/confirmation`, undefined, token);
  await expectProblem(byToken, { reason: 'own_revocation' });
  expect((await reportOf(laurel, batch)).counts).toMatchObject({ accepted: 2, revoked: 0 });
  expect(await (await asker.get(`${desk}/${batch}/revocations`)).text()).not.toContain(
    'Confirm: revoke the batch',
  );
});

test('a request is withdrawn by anybody, and another can be made; one waits at a time', async () => {
  const { batch } = await aBatch();
  const request = await asked(batch);
  expect(await asked(batch)).toBe(request);
  const second = await third.post(`${desk}/${batch}/revocations`, { reason: 'duplicate' });
  expect(second.status).toBe(409);
  expect(await second.text()).toContain('Somebody has already asked to revoke this batch');

  expect((await other.post(`${request}/end`)).status).toBe(303);
  expect((await other.post(`${request}/end`)).status).toBe(303);
  expect((await third.post(`${request}/confirmation`)).status).toBe(409);
  const next = await asked(batch);
  expect(next).not.toBe(request);
  expect((await revocationsOf(batch)).map(({ state }) => state).sort()).toEqual([
    'waiting',
    'withdrawn',
  ]);
});

test('a request that nobody confirmed lapses, and stands in nobody’s way', async () => {
  const { batch } = await aBatch();
  const request = await asked(batch);
  await (await privateStore(laurel))
    .prepare(
      'update batch_revocations set requested_at_seconds = requested_at_seconds - ? where batch_id = ?',
    )
    .bind(FIFTEEN_DAYS, batch)
    .run();

  expect((await other.post(`${request}/confirmation`)).status).toBe(409);
  expect(await revocationsOf(batch)).toMatchObject([{ state: 'lapsed' }]);
  expect(await asked(batch)).not.toBe(request);
  expect((await revocationsOf(batch)).map(({ state }) => state)).toEqual(['waiting', 'lapsed']);
  expect((await reportOf(laurel, batch)).counts).toMatchObject({ accepted: 2 });
});

test('of two who confirm at once, or one twice, one revokes and the work is done once', async () => {
  for (let time = 0; time < 3; time += 1) {
    const { batch } = await aBatch();
    const request = await asked(batch);
    const answers = await Promise.all([
      other.post(`${request}/confirmation`),
      third.post(`${request}/confirmation`),
      other.post(`${request}/confirmation`),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).not.toEqual([]);
    expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true);
    expect((await auditedActs(laurel, batch)).filter((act) => act === 'batch_revoked')).toEqual([
      'batch_revoked',
    ]);
    expect((await allRevoked(batch)).counts).toMatchObject({ revoked: 2, closed: 1 });
  }
});

test('of confirming and withdrawing at once one happens, and both are told the truth', async () => {
  for (let time = 0; time < 3; time += 1) {
    const { batch } = await aBatch();
    const request = await asked(batch);
    const [confirming, withdrawing] = await Promise.all([
      other.post(`${request}/confirmation`),
      asker.post(`${request}/end`),
    ]);
    const [{ state } = { state: '' }] = await revocationsOf(batch);
    expect([confirming.status, withdrawing.status, state]).toEqual(
      state === 'confirmed' ? [303, 409, 'confirmed'] : [409, 303, 'withdrawn'],
    );
  }
});

test('a big batch is revoked in parts, and what was cut off anywhere is made good', async () => {
  const { batch } = await aBatch(120);
  const request = await asked(batch);
  const store = await privateStore(laurel);
  const holdBack = () =>
    store
      .prepare(
        "update outbox set leased_until_seconds = 1999999999 where task ->> 'task' = 'revoke_batch'",
      )
      .run();
  await other.post(`${request}/confirmation`);
  await holdBack();
  const cutOff = (await reportOf(laurel, batch)).counts;
  expect(Number(cutOff.revoked) + Number(cutOff.accepted)).toBe(122);
  await store
    .prepare(
      `update awards set state = 'revoked', revocation_reason = '${REASON}'
        where id in (select award_id from batch_rows where batch_id = ? and row_number < 2)`,
    )
    .bind(batch)
    .run();

  await store.prepare('update outbox set leased_until_seconds = 0, due_at_seconds = 0').run();
  await laurel.runtime.tick();

  expect((await allRevoked(batch)).counts).toMatchObject({ revoked: 122, closed: 1, accepted: 0 });
  await checkSigningRecords(laurel);
});

test('what is still being awarded, or has nothing left, is not asked for', async () => {
  const { batch } = await aBatch();
  const store = await privateStore(laurel);
  const setRow = (state: string) =>
    store
      .prepare('update batch_rows set state = ? where batch_id = ? and row_number = 0')
      .bind(state, batch)
      .run();
  await setRow('queued');
  await expectProblem(
    await callApi(laurel, 'POST', `/batches/${batch}/revocations`, { reason: REASON }),
    { reason: 'batch_not_done' },
  );
  await setRow('awarded');

  const empty = await award(laurel, anAwardRequest({ recipients: [{ username: 'Nobody Here' }] }));
  await expectProblem(
    await callApi(laurel, 'POST', `/batches/${empty.batch}/revocations`, { reason: REASON }),
    { reason: 'batch_ended' },
  );
  await expectProblem(
    await callApi(laurel, 'POST', `/batches/${batch}/revocations`, { reason: 'whim' }),
    { reason: 'request_invalid' },
  );
});

test('programs do the same, and another group finds no such batch', async () => {
  const { batch } = await aBatch();
  const answer = await callApi(laurel, 'POST', `/batches/${batch}/revocations`, { reason: REASON });
  expect(answer.status).toBe(201);
  const { revocation } = z.object({ revocation: z.string() }).parse(await answer.json());
  const path = `/api/v1/batches/${batch}/revocations`;
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  for (const attempt of [
    stranger.get(path),
    stranger.post(path),
    stranger.post(`${path}/${revocation}/confirmation`),
    stranger.get(`/desk/issuers/other-group/batches/${batch}/revocations`),
    stranger.post(
      `/desk/issuers/other-group/batches/${batch}/revocations/${revocation}/confirmation`,
    ),
  ]) {
    expect((await attempt).status).toBe(404);
  }
  const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
  expect((await reviewer.post(`${path}/${revocation}/confirmation`)).status).toBe(403);
  expect((await reviewer.get(path)).status).toBe(200);

  expect((await other.post(`${path}/${revocation}/confirmation`)).status).toBe(204);
  expect((await allRevoked(batch)).counts).toMatchObject({ revoked: 2 });
  const listed = await callApi(laurel, 'GET', `/issuers/${laurel.issuer}/batches/revocations`);
  expect(Revocations.parse(await listed.json()).revocations[0]).toMatchObject({
    revocation,
    state: 'confirmed',
    decidedBy: 'Confirms It',
  });
  const late = await callApi(laurel, 'DELETE', `/batches/${batch}/revocations/${revocation}`);
  await expectProblem(late, { reason: 'revocation_decided' });
});

test('whose award was revoked or taken back is on no list of people to write to', async () => {
  const { batch, recipients } = await aBatch();
  const names = recipients.map(({ username }) => username);
  const wroteTo = async () => {
    const byProgram = await (await callApi(laurel, 'GET', `/batches/${batch}/share`)).text();
    const byPage = await (await asker.get(`${desk}/${batch}/share`)).text();
    return names.filter((name) => {
      expect(byProgram.includes(`:${name}|`)).toBe(byPage.includes(`:${name}|`));
      return byPage.includes(`:${name}|`);
    });
  };
  expect(await wroteTo()).toEqual(names.slice(0, 3));
  await revoke(laurel, recipients[0]?.award ?? '', { reason: 'wrong_person' });
  const [open] = recipients.filter(({ award: id, credential }) => id && !credential);
  await callApi(laurel, 'POST', `/awards/${open?.award}/cancellation`);
  expect(await wroteTo()).toEqual([names[1]]);
});

test('programs list batches, take the texts to share, and put failed rows right', async () => {
  const { batch } = await aBatch();
  const list = await callApi(laurel, 'GET', `/issuers/${laurel.issuer}/batches`);
  expect(await list.json()).toMatchObject({
    page: 1,
    batches: expect.arrayContaining([expect.objectContaining({ batch, size: 4 })]),
  });
  const texts = await (await callApi(laurel, 'GET', `/batches/${batch}/share`)).json();
  expect(texts).toMatchObject({ address: `${laurel.origin}/me` });
  expect(JSON.stringify(texts)).toContain('{{#target:User talk:Anan');
  const csv = await (await callApi(laurel, 'GET', `/batches/${batch}/failed-rows`)).text();
  expect(csv).toContain('Nobody There');
  const begun = await callApi(laurel, 'POST', `/batches/${batch}/failed-rows`);
  expect(begun.status).toBe(201);
  const { url } = z.object({ url: z.string() }).parse(await begun.json());
  const sheet = await callApi(laurel, 'GET', new URL(url).pathname.replace('/api/v1', ''));
  expect(await sheet.json()).toMatchObject({ size: 1 });
});
