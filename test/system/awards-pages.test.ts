import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential, anAwardRequest, award, reportOf } from '../support/awarding.ts';
import { type BrowserSession, browserSession, logIn } from '../support/browser-session.ts';
import { callApi } from '../support/desk-calls.ts';
import { anOffer, credentialIdsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';

let laurel: Laurel;
let member: BrowserSession;
let path: string;

beforeAll(async () => {
  laurel = await startLaurel();
  member = await aMember(laurel, 'Looks After Awards', ['awarder']);
  path = `/desk/issuers/${laurel.issuer}/awards`;
});
afterAll(() => laurel.stop());

test('an award is found by a name that is in no address, and revoked with a reason', async () => {
  await award(laurel, anAwardRequest({ recipients: [{ username: 'Somebody Else Entirely' }] }));
  const { page: credential, award: id } = await aCredential(laurel);
  const name =
    /Ọlá \d+ of Ìbàdàn/.exec(await (await member.get(`${path}/${id}`)).text())?.[0] ?? '';
  const found = await (await member.post(path, { username: name.replaceAll(' ', '_') })).text();
  expect(found).toContain(`${path}/${id}`);
  expect(found).not.toContain('Somebody Else Entirely');
  const part = await (await member.post(path, { username: 'else entirely' })).text();
  expect(part).toContain('Somebody Else Entirely');
  expect(part).not.toContain(`${path}/${id}`);
  const none = await (await member.post(path, { username: name, state: 'closed' })).text();
  expect(none).not.toContain(`${path}/${id}`);

  for (const reason of ['whim', '']) {
    expect((await member.post(`${path}/${id}/revocation`, { reason })).status).toBe(422);
  }
  expect(await (await member.get(`${path}/${id}`)).text()).toContain('Choose a reason');
  const revoked = await member.post(`${path}/${id}/revocation`, { reason: 'wrong_person' });
  expect(revoked.status).toBe(303);
  expect((await fetch(`${credential}.pdf`)).status).toBe(410);
  expect(await (await member.get(`${path}/${id}`)).text()).toContain('Revoked');
});

test('a batch in which nobody was awarded has nobody to tell', async () => {
  const { batch } = await award(
    laurel,
    anAwardRequest({ recipients: [{ username: 'Nobody Met' }] }),
  );
  const page = await (await member.get(`/desk/issuers/${laurel.issuer}/batches/${batch}`)).text();

  expect(page).toContain('Nobody Met');
  expect(page).not.toContain('Tell the people');
});

test('a part of a name is found in any script, however its capitals were typed', async () => {
  const recipients = [{ username: 'Пётр Ёлкин' }];
  await award(laurel, anAwardRequest({ recipients, consent: 'ask' }));
  for (const username of ['лкин', 'пётр ёлкин', 'ЁЛКИН', 'Пётр_Ёлкин']) {
    const found = await (await member.post(path, { username })).text();
    expect(found, username).toContain('Пётр Ёлкин');
  }
});

test('awards are listed by what their achievement is called', async () => {
  await aCredential(laurel);
  const found = await (await member.get(path)).text();
  expect(found).toContain('Workshop Participation');
  expect(found).not.toContain('training-workshop-participation');
});

test('an open offer is cancelled, and what is not open is not', async () => {
  const report = await award(
    laurel,
    anAwardRequest({ consent: 'ask', recipients: [{ username: 'Offered in Vain' }] }),
  );
  const id = report.recipients[0]?.award ?? '';
  expect(await (await member.get(`${path}/${id}`)).text()).toContain('Cancel this offer');
  expect((await member.post(`${path}/${id}/cancellation`)).status).toBe(303);
  const { award: accepted } = await aCredential(laurel);
  expect((await member.post(`${path}/${accepted}/cancellation`)).status).toBe(409);
});

test('a program finds them too, and another group finds none', async () => {
  const answer = await fetch(`${laurel.url}/api/v1/issuers/${laurel.issuer}/awards/search`, {
    method: 'POST',
    headers: { authorization: `Bearer ${laurel.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'Somebody Else Entirely' }),
  });
  expect(await answer.json()).toMatchObject({ total: 1, awards: [{ state: 'accepted' }] });
  const { award: id } = await aCredential(laurel);
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  expect((await stranger.get(`${path}/${id}`)).status).toBe(404);
  expect((await stranger.get(`/desk/issuers/other-group/awards/${id}`)).status).toBe(404);
  const elsewhere = `/desk/issuers/other-group/awards/${id}/revocation`;
  expect((await stranger.post(elsewhere, { reason: 'wrong_person' })).status).toBe(404);
  const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
  expect((await reviewer.post(`${path}/${id}/revocation`, { reason: 'duplicate' })).status).toBe(
    403,
  );
});

test('another group finds nothing to correct, and a reviewer corrects nothing', async () => {
  const { award: first } = await aCredential(laurel);
  const stranger = await anotherIssuer(laurel, 'third-group', 'Member of a Third');
  const elsewhere = `/desk/issuers/third-group/awards/${first}/correction`;
  expect((await stranger.get(elsewhere)).status).toBe(404);
  expect((await stranger.post(elsewhere, {})).status).toBe(404);
  expect((await stranger.post(`/api/v1/awards/${first}/correction`)).status).toBe(404);
  expect((await stranger.post(`/api/v1/awards/${first}/renewal`)).status).toBe(404);
  const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
  expect((await reviewer.get(`${path}/${first}/correction`)).status).toBe(403);
});

test('what was cancelled by mistake is offered again, once, and what stands is not', async () => {
  const offer = await anOffer(laurel, 'Cancelled by Mistake');
  const own = `${path}/${offer.award}`;
  await expectProblem(await callApi(laurel, 'POST', `/awards/${offer.award}/renewal`), {
    reason: 'award_not_in_state',
  });
  await member.post(`${own}/cancellation`);
  expect(await (await member.get(own)).text()).toContain('Offer it again');

  const [one, two] = await Promise.all([1, 2].map(() => member.post(`${own}/renewal`)));
  expect(one?.headers.get('location')).toBe(two?.headers.get('location'));
  const batch = one?.headers.get('location')?.split('/').at(-1) ?? '';
  await expect.poll(async () => (await reportOf(laurel, batch)).counts.open).toBe(1);
  const session = browserSession(laurel);
  await logIn(session, 'Cancelled by Mistake');
  expect(credentialIdsIn(await (await session.get('/me')).text())).toEqual([]);
  const [row] = (await reportOf(laurel, batch)).recipients;
  const claim = new URL(row?.claim ?? '').pathname;
  expect((await session.post(`${claim}/accept`)).status).toBe(303);
});
