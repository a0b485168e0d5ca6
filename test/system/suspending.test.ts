import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { signingFor } from '../../services/signer/src/env.ts';
import { standAward } from '../../services/signer/src/standing/stand.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { auditedActs, callApi, privateStore } from '../support/desk-calls.ts';
import { aHeldCredential, anAcceptedAward, anOffer, hiddenFieldsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { NO_COUNTERS } from '../support/no-counters.ts';
import { expectProblem } from '../support/problem.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

const TODAY = new Date().toISOString().slice(0, 10);

let laurel: Laurel;
let member: BrowserSession;
let awards: string;

beforeAll(async () => {
  laurel = await startLaurel();
  member = await aMember(laurel, 'Keeps the Standing', ['awarder']);
  awards = `/desk/issuers/${laurel.issuer}/awards`;
});
afterAll(() => laurel.stop());

const suspend = (award: string, reason = 'under_review') =>
  callApi(laurel, 'POST', `/awards/${award}/suspension`, { reason });
const lift = (award: string) => callApi(laurel, 'DELETE', `/awards/${award}/suspension`);
const verdictOf = async (page: string) => (await verifyBy(laurel, { url: page })).verdict;

async function stateOf(page: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  return store
    .prepare('select state, state_since from credentials where id = ?')
    .bind(page.split('/').at(-1))
    .first<{ state: string; state_since: string | null }>();
}

test('a suspended award reads so everywhere, changes no signed byte and no status bit, and is lifted', async () => {
  const { page, award } = await aCredential(laurel);
  const signed = await (await fetch(`${page}.json`)).text();

  const told = await (await suspend(award)).json();

  expect(told).toMatchObject({
    state: 'accepted',
    suspension: { reason: 'under_review', since: TODAY },
  });
  const report = await verifyBy(laurel, { url: page });
  expect(report.verdict).toBe('suspended');
  expect(checkIn(report, 'status')?.detail).toMatch(/suspended since .* \d{4}/);
  expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('suspended');
  expect(await (await fetch(`${page}.json`)).text()).toBe(signed);
  await checkSigningRecords(laurel);
  const html = await (await fetch(page, { headers: { accept: 'text/html' } })).text();
  expect(html).toContain('The issuer is looking into it.');
  expect(html).toContain('Other verifiers do not learn of a suspension');
  expect(html).not.toMatch(/Ìbàdàn|under_review/);
  await expectProblem(await fetch(`${page}.pdf`), { reason: 'credential_suspended' });
  await expectProblem(await fetch(`${page}/certificate`), { reason: 'credential_suspended' });

  expect(await (await lift(award)).json()).toMatchObject({ suspension: null });
  expect(await verdictOf(page)).toBe('valid');
  expect((await fetch(`${page}.pdf`)).status).toBe(200);
  expect(await stateOf(page)).toEqual({ state: 'active', state_since: null });
  expect(await auditedActs(laurel, award)).toEqual(['award_suspended', 'suspension_lifted']);
});

test('members do it by pages, which say what it does and that it can be taken back', async () => {
  const { page, award } = await aCredential(laurel);
  const path = `${awards}/${award}`;
  expect(await (await member.get(path)).text()).toContain('this can be taken back at any time');

  expect((await member.post(`${path}/suspension`, { reason: 'whim' })).status).toBe(422);
  const done = await member.post(`${path}/suspension`, { reason: 'requested_by_holder' });
  expect(done.headers.get('location')).toContain(`${path}?done=suspended`);
  const suspended = await (await member.get(`${path}?done=suspended`)).text();
  expect(suspended).toContain('The award is suspended.');
  expect(suspended).toContain('The person asked for it.');
  expect(suspended).not.toContain('Suspend this award');
  expect(await verdictOf(page)).toBe('suspended');

  expect((await member.post(`${path}/suspension/end`)).status).toBe(303);
  expect(await verdictOf(page)).toBe('valid');
});

test('the holder sees why and since when, makes none meanwhile, and may withdraw', async () => {
  const { id, award, session } = await aHeldCredential(laurel, 'Nneka of Onitsha');
  const before = await (await session.get(`/me/awards/${award}`)).text();
  await suspend(award);

  for (const path of ['/me', `/me/awards/${award}`]) {
    const page = await (await session.get(path)).text();
    expect(page).toMatch(/The issuer suspended this on .* \d{4}/);
    expect(page).toContain('The issuer is looking into it.');
    expect(page).not.toContain('name="request_key"');
  }
  const made = await session.post(
    `/me/awards/${award}/credentials`,
    { ...hiddenFieldsIn(before), language: 'en', disclosure: 'none' },
    { accept: 'application/json' },
  );
  await expectProblem(made, { reason: 'award_suspended' });

  expect((await session.post(`/me/credentials/${id}/withdraw`)).status).toBe(303);
  expect((await lift(award)).status).toBe(200);
  expect(await stateOf(id)).toEqual({ state: 'withdrawn', state_since: TODAY });
  await checkSigningRecords(laurel);
});

test('only what was accepted is suspended, once, and a revoked award is not lifted', async () => {
  const offer = await anOffer(laurel, 'Not Yet Accepted');
  await expectProblem(await suspend(offer.award), { reason: 'award_not_in_state' });
  const { page, award } = await aCredential(laurel);
  expect((await lift(award)).status).toBe(200);
  expect((await suspend(award)).status).toBe(200);
  expect((await suspend(award)).status).toBe(200);
  await expectProblem(await suspend(award, 'requested_by_holder'), { reason: 'award_suspended' });
  expect(await auditedActs(laurel, award)).toEqual(['award_suspended']);

  expect((await revoke(laurel, award, { reason: 'wrong_person' })).status).toBe(200);
  expect(await verdictOf(page)).toBe('revoked');
  await expectProblem(await lift(award), { reason: 'award_not_in_state' });
  await expectProblem(await suspend(award), { reason: 'award_not_in_state' });
  await expectProblem(await callApi(laurel, 'POST', `/awards/${award}/suspension`, {}), {
    reason: 'request_invalid',
  });
  await checkSigningRecords(laurel);
});

test('nobody lifts the suspension of their own award, by a page or by a token of theirs', async () => {
  const name = 'Suspended Organizer';
  const own = await anAcceptedAward(laurel, name);
  const organizer = await aMember(laurel, name, ['awarder']);
  const path = `${awards}/${own.award}`;
  await suspend(own.award);

  const page = await (await organizer.get(path)).text();
  expect(page).not.toContain(`${path}/suspension/end`);
  expect(page).toContain('Another member has to lift it');
  expect((await organizer.post(`${path}/suspension/end`)).status).toBe(403);
  const token = await laurel.stewardship.makeToken(
    laurel.issuer,
    accountIdOf(name),
    ['awards:revoke'],
    Math.floor(Date.now() / 1000) + 600,
  );
  await expectProblem(
    await callApi(laurel, 'DELETE', `/awards/${own.award}/suspension`, undefined, token),
    { reason: 'own_suspension' },
  );
  expect(await auditedActs(laurel, own.award)).toEqual(['award_suspended']);

  expect((await member.post(`${path}/suspension/end`)).status).toBe(303);
  // What is not suspended is nobody's to lift, and no refusal.
  expect((await organizer.post(`${path}/suspension/end`)).status).toBe(303);
});

test('another group finds no such award, and a reviewer may not', async () => {
  const { award } = await aCredential(laurel);
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  for (const path of ['suspension', 'suspension/end']) {
    const elsewhere = `/desk/issuers/other-group/awards/${award}/${path}`;
    expect((await stranger.post(elsewhere, { reason: 'under_review' })).status).toBe(404);
  }
  const byCookie = await stranger.post(`/api/v1/awards/${award}/suspension`);
  expect(byCookie.status).toBe(404);
  const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
  const refused = await reviewer.post(`${awards}/${award}/suspension`, { reason: 'under_review' });
  expect(refused.status).toBe(403);
});

test('of suspending, lifting and revoking at once the records and what is said agree', async () => {
  for (let time = 0; time < 6; time += 1) {
    const { page, award } = await aCredential(laurel);
    if (time % 2 === 1) await suspend(award);
    const answers = await Promise.all(
      time < 4
        ? [suspend(award), lift(award), suspend(award), lift(award)]
        : [suspend(award), revoke(laurel, award, { reason: 'duplicate' }), lift(award)],
    );
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);

    const row = await (await privateStore(laurel))
      .prepare('select state, suspended_at_seconds as since from awards where id = ?')
      .bind(award)
      .first<{ state: string; since: number | null }>();
    const standing = row?.since === null ? 'valid' : 'suspended';
    expect(await verdictOf(page)).toBe(row?.state === 'revoked' ? 'revoked' : standing);
  }
  await checkSigningRecords(laurel);
});

test('what is read before it is lifted and written after it does not stay', async () => {
  const { page, award } = await aCredential(laurel);
  await suspend(award);
  const { miniflare } = laurel.runtime;
  const pub = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
  let isLifted = false;
  /** PUBLIC as somebody slow writes to it: another one lifts the suspension before the first write. */
  const slow = new Proxy(pub, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name !== 'batch') return member.bind(target);
      return async (...given: unknown[]) => {
        if (!isLifted) await lift(award);
        isLifted = true;
        return Reflect.apply(member, target, given);
      };
    },
  });

  await standAward(
    signingFor({
      PUBLIC: slow,
      PRIVATE: await miniflare.getD1Database('PRIVATE', 'laurel-signer'),
      COUNTERS: NO_COUNTERS,
      LAUREL_ORIGIN: laurel.origin,
      KEY_ENCRYPTION_SECRETS: '',
    }),
    award,
  );

  expect(isLifted).toBe(true);
  expect(await verdictOf(page)).toBe('valid');
});

test('killed after it was suspended, before the signer said so: the next run says it', async () => {
  const { page, award } = await aCredential(laurel);
  const store = await privateStore(laurel);
  await store.batch([
    store
      .prepare(
        "update awards set suspended_at_seconds = 1770000000, suspension_reason = 'under_review' where id = ?",
      )
      .bind(award),
    store
      .prepare("insert into outbox values ('left-behind', ?, 0, 0, 1)")
      .bind(JSON.stringify({ task: 'standing', awardId: award })),
  ]);

  await laurel.runtime.tick();

  expect(await stateOf(page)).toEqual({ state: 'suspended', state_since: '2026-02-02' });
});

test('what was about to be signed when its award was suspended comes out suspended, and is lifted', async () => {
  const { page, award } = await aCredential(laurel);
  const id = page.split('/').at(-1) ?? '';
  const pub = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const signed = await (await fetch(`${page}.json`)).json();
  const { proof: _, ...unsigned } = Object(signed);
  await pub.prepare('delete from credentials where id = ?').bind(id).run();
  await (await privateStore(laurel))
    .prepare(
      "update intents set state = 'recorded', document = ?, recorded_at_seconds = recorded_at_seconds - 3600 where credential_id = ?",
    )
    .bind(JSON.stringify(unsigned), id)
    .run();
  await suspend(award);

  await laurel.runtime.tick();

  expect(await verdictOf(page)).toBe('suspended');
  await lift(award);
  expect(await verdictOf(page)).toBe('valid');
  await checkSigningRecords(laurel);
});

test('an award accepted without a certificate yet makes valid ones once the suspension is lifted', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Later than Others');
  await suspend(award);
  await lift(award);
  const page = await (await session.get(`/me/awards/${award}`)).text();
  const made = await session.post(`/me/awards/${award}/credentials`, {
    ...hiddenFieldsIn(page),
    language: 'en',
    disclosure: 'none',
  });
  expect(made.status).toBe(303);
});
