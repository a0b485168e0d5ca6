import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, award, settledBatch } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { auditedActs, callApi } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { callSignedIn } from '../support/signing.ts';
import { signedIn } from '../support/stored-sessions.ts';

const NOW = new Date().getUTCFullYear();
const LAST_DAY = `${NOW + 1}-12-31`;
const ROLE = 'role-campaign-coordinator';
const HOLDER = 'Kept On of Ho';
const WHY = 'Nobody else has learned the archive yet.';
const year = (from: number) => ({ start: `${from}-01-01`, end: `${from}-12-31` });

let laurel: Laurel;
let admin: BrowserSession;
let second: string;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Admin of Ho', ['admin']);
  await anAcceptedAward(laurel, HOLDER, terms(NOW - 1));
  second = (await anAcceptedAward(laurel, HOLDER, terms(NOW))).award;
});
afterAll(() => laurel.stop());

function terms(from: number) {
  return { achievement: ROLE, period: year(from), hours: undefined, evidence: [] };
}

async function give(from: number) {
  const recipients = [{ username: HOLDER }];
  const report = await award(
    laurel,
    anAwardRequest({ ...terms(from), consent: 'ask', recipients }),
  );
  return report.recipients[0];
}

const exceptions = (id: string) => `/awards/${id}/exceptions`;

test('a term over the limit is awarded once an admin records why and until when, which every member sees', async () => {
  expect((await give(NOW + 1))?.refusal).toMatchObject({ reason: 'terms_in_a_row', most: 2 });
  const asked = { why: WHY, until: LAST_DAY };
  const made = await callSignedIn(laurel, admin, 'POST', exceptions(second), asked);
  expect(made.status).toBe(201);
  const { exception } = (await made.json()) as { exception: string };

  const third = await give(NOW + 1);
  expect(third?.state).toBe('open');
  expect((await give(NOW + 2))?.refusal).toMatchObject({ reason: 'terms_in_a_row' });

  const member = await aMember(laurel, 'Reads in Ho', ['reviewer']);
  const page = await (await member.get(`/desk/issuers/${laurel.issuer}/terms`)).text();
  expect(page).toContain(WHY);
  expect(page).toContain('Admin of Ho');
  expect(page).not.toContain('Take the exception back');
  const told = await (await callApi(laurel, 'GET', `/issuers/${laurel.issuer}/terms`)).json();
  expect(told).toMatchObject({
    terms: [{ award: second, achievement: ROLE, username: HOLDER, number: 2, state: 'serving' }],
    exceptions: [{ exception, why: WHY, until: LAST_DAY, recordedBy: 'Admin of Ho' }],
  });
  expect(await auditedActs(laurel, second)).toEqual(['term_exception_recorded']);
  const awarded = await (await callApi(laurel, 'GET', `/awards/${second}`)).json();
  expect(awarded).toMatchObject({ term: { number: 2, state: 'serving', exception: null } });

  const path = `/issuers/${laurel.issuer}/exceptions/${exception}`;
  expect((await callSignedIn(laurel, admin, 'DELETE', path)).status).toBe(204);
  expect((await callSignedIn(laurel, admin, 'DELETE', path)).status).toBe(204);
  await callApi(laurel, 'POST', `/awards/${third?.award}/cancellation`);
  expect((await give(NOW + 1))?.refusal).toMatchObject({ reason: 'terms_in_a_row' });
});

test('an admin does the same by the pages, and takes it back there', async () => {
  const path = `/desk/issuers/${laurel.issuer}/awards/${second}`;
  expect(await (await admin.get(path)).text()).toContain('Record an exception');
  const bad = await admin.post(`${path}/exceptions`, { why: '', until: `${NOW + 1}-02-30` });
  expect(bad.status).toBe(422);
  const done = await admin.post(`${path}/exceptions`, { why: WHY, until: `${NOW + 2}-01-31` });
  expect(done.headers.get('location')).toContain('done=excepted');
  const page = await (await admin.get(`/desk/issuers/${laurel.issuer}/terms`)).text();
  const [, withdraw = ''] = /action="([^"]+\/withdraw)"/.exec(page) ?? [];
  const back = await admin.post(withdraw);
  expect(back.headers.get('location')).toContain('done=withdrawn');
  const after = await (await admin.get(`/desk/issuers/${laurel.issuer}/terms`)).text();
  expect(after).not.toContain(WHY);
});

test('nobody records an exception for themselves, without being an admin, for another issuer or for what is no role', async () => {
  const asked = { why: WHY, until: LAST_DAY };
  const own = await anAcceptedAward(laurel, 'Admin of Ho', terms(NOW));
  const selfish = await callSignedIn(laurel, admin, 'POST', exceptions(own.award), asked);
  await expectProblem(selfish, { reason: 'own_exception' });
  const awarder = await aMember(laurel, 'Awards in Ho', ['awarder']);
  const without = await callSignedIn(laurel, awarder, 'POST', exceptions(second), asked);
  await expectProblem(without, { reason: 'grant_missing' });
  const other = await anotherIssuer(laurel, 'elsewhere', 'Admin Elsewhere');
  const foreign = await callSignedIn(laurel, other, 'POST', exceptions(second), asked);
  await expectProblem(foreign, { reason: 'award_unknown' });
  const training = await anAcceptedAward(laurel, HOLDER);
  const none = await callSignedIn(laurel, admin, 'POST', exceptions(training.award), asked);
  await expectProblem(none, { reason: 'award_no_term' });
  const past = { ...asked, until: '2020-01-01' };
  const late = await callSignedIn(laurel, admin, 'POST', exceptions(second), past);
  await expectProblem(late, { reason: 'request_invalid' });
});

test('what is put right can leave days out, and needs an exception for a term that nobody could have been awarded', async () => {
  const { award: id } = await anAcceptedAward(laurel, 'Put Right of Hohoe', terms(NOW));
  const until = `${NOW + 5}-12-31`;
  const corrected = async (period: { readonly start: string; readonly end: string }) => {
    const made = await callApi(laurel, 'POST', `/awards/${id}/correction`, { period });
    const { batch } = (await made.json()) as { batch: string };
    return (await settledBatch(laurel, batch)).recipients[0];
  };
  const long = { ...year(NOW), end: until };
  expect((await corrected(long))?.refusal).toMatchObject({ reason: 'term_too_long' });
  const shorter = await corrected({ ...year(NOW), end: `${NOW}-12-30` });
  expect(shorter?.state).toBe('open');
  await callApi(laurel, 'POST', `/awards/${shorter?.award}/cancellation`);

  const asked = { why: WHY, until };
  const made = await callSignedIn(laurel, admin, 'POST', exceptions(id), asked);
  const { exception } = (await made.json()) as { exception: string };

  const fresh = await corrected(long);
  expect(fresh?.state).toBe('open');
  const holder = await signedIn(laurel, 'Put Right of Hohoe');
  expect((await holder.post(`${new URL(fresh?.claim ?? '').pathname}/accept`)).status).toBe(303);
  const awarded = await callApi(laurel, 'GET', `/awards/${fresh?.award}`);
  expect(await awarded.json()).toMatchObject({ term: { exception } });
});
