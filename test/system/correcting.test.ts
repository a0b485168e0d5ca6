import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { aCredential, anAwardRequest, award, reportOf, revoke } from '../support/awarding.ts';
import { type BrowserSession, browserSession, logIn } from '../support/browser-session.ts';
import { auditedActs, callApi, privateStore } from '../support/desk-calls.ts';
import { aHeldCredential, anOffer, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let member: BrowserSession;
let awards: string;

beforeAll(async () => {
  laurel = await startLaurel();
  member = await aMember(laurel, 'Puts Things Right', ['awarder']);
  awards = `/desk/issuers/${laurel.issuer}/awards`;
});
afterAll(() => laurel.stop());

const correct = (id: string, change: unknown) =>
  callApi(laurel, 'POST', `/awards/${id}/correction`, change);

const Told = z.object({
  state: z.string(),
  hours: z.number().nullable(),
  period: z.unknown(),
  corrects: z.string().nullable(),
  supersededBy: z.string().nullable(),
  corrections: z.array(z.object({ award: z.string(), batch: z.string(), state: z.string() })),
});

async function told(id: string) {
  return Told.parse(await (await callApi(laurel, 'GET', `/awards/${id}`)).json());
}

/** The correction of an award, once it is made or refused. */
async function correctionOf(id: string) {
  for (;;) {
    const last = (await told(id)).corrections.at(-1);
    if (last !== undefined && last.state !== 'queued') return last;
    await setTimeout(50);
  }
}

/** Corrects, and answers the award that was made, with the path of its claim. */
async function corrected(id: string, change: unknown) {
  const answer = await correct(id, change);
  if (answer.status !== 202) throw new Error(await answer.text());
  const { award: fresh, batch } = await correctionOf(id);
  const [row] = (await reportOf(laurel, batch)).recipients;
  return { fresh, batch, row, claim: row?.claim === undefined ? '' : new URL(row.claim).pathname };
}

const verdictOf = async (id: string) =>
  (await verifyBy(laurel, { url: `${laurel.origin}/c/${id}` })).verdict;

async function publicPage(id: string): Promise<string> {
  return (await fetch(`${laurel.url}/c/${id}`, { headers: { accept: 'text/html' } })).text();
}

const share = (session: BrowserSession, id: string, link: 'on' | 'off' = 'on') =>
  session.post(`/me/credentials/${id}/link`, { link });

test('the holder is asked: until they accept nothing changes, then the old is superseded, and nothing connects the two before they wish it', async () => {
  const { id: old, award: first, session } = await aHeldCredential(laurel, 'Chidinma of Nsukka');
  await share(session, old);

  const { fresh, claim } = await corrected(first, { hours: 5 });

  expect(await told(fresh)).toMatchObject({ state: 'open', hours: 5, corrects: first });
  expect(await verdictOf(old)).toBe('valid');
  const offer = await (await session.get(claim)).text();
  expect(offer).toContain('This corrects something that you were awarded before.');
  expect(offer).toContain('5 hours instead of 2.5 hours');
  expect((await session.post(`${claim}/accept`)).status).toBe(303);

  expect(await told(first)).toMatchObject({ state: 'accepted', supersededBy: fresh });
  expect(await verdictOf(old)).toBe('superseded');
  expect(await auditedActs(laurel, first)).toEqual(['award_corrected']);
  const own = await (await session.get(`/me/awards/${first}`)).text();
  expect(own).toContain('The issuer corrected this, and you accepted.');
  expect(own).toContain(`/me/awards/${fresh}`);
  expect(own).not.toContain('name="request_key"');

  const newer = await makeCredential(session, fresh);
  await share(session, newer);
  expect(await verdictOf(newer)).toBe('valid');
  expect(await publicPage(old)).not.toContain(newer);
  expect(await publicPage(newer)).not.toContain(old);

  const wished = await session.post(`/me/awards/${fresh}/link`, { link: 'on' });
  expect(wished.headers.get('location')).toContain('done=connected');
  expect(await publicPage(old)).toContain(`href="/c/${newer}`);
  expect(await publicPage(newer)).not.toContain(old);

  await share(session, newer, 'off');
  expect(await publicPage(old)).not.toContain(newer);
  await share(session, newer);
  expect(await publicPage(old)).toContain(`href="/c/${newer}`);
  await session.post(`/me/awards/${fresh}/link`, { link: 'off' });
  expect(await publicPage(old)).not.toContain(newer);
  await checkSigningRecords(laurel);
});

test('a page leads to what is made only after the wish, and never from a nameless one to a name', async () => {
  const { id: named, award: first, session } = await aHeldCredential(laurel, 'Adaobi of Awka');
  const nameless = await makeCredential(session, first, { disclosure: 'none' });
  for (const id of [named, nameless]) await share(session, id);
  const { fresh, claim } = await corrected(first, { hours: 3 });
  await session.post(`${claim}/accept`);
  await session.post(`/me/awards/${fresh}/link`, { link: 'on' });

  const newer = await makeCredential(session, fresh);
  await share(session, newer);

  expect(await publicPage(named)).toContain(newer);
  expect(await publicPage(nameless)).not.toContain(newer);
  await session.post(`/me/credentials/${newer}/withdraw`);
  expect(await publicPage(named)).not.toContain(newer);
});

test('a page leads nowhere from the very moment that the other link is off', async () => {
  const { id: old, award: first, session } = await aHeldCredential(laurel, 'Out of Sight');
  await share(session, old);
  const { fresh, claim } = await corrected(first, { hours: 3 });
  await session.post(`${claim}/accept`);
  const newer = await makeCredential(session, fresh);
  await share(session, newer);
  await session.post(`/me/awards/${fresh}/link`, { link: 'on' });
  expect(await publicPage(old)).toContain(newer);
  const pub = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');

  await pub.prepare('update credentials set visible = 0 where id = ?').bind(newer).run();

  expect(await publicPage(old)).not.toContain(newer);
});

test('nobody but the holder connects the two', async () => {
  const { award: first, session } = await aHeldCredential(laurel, 'Own Wish Alone');
  const { fresh, claim } = await corrected(first, { hours: 3 });
  await session.post(`${claim}/accept`);
  const other = browserSession(laurel);
  await logIn(other, 'Somebody Curious');

  expect((await other.post(`/me/awards/${fresh}/link`, { link: 'on' })).status).toBe(404);
  expect((await session.post(`/me/awards/${first}/link`, { link: 'on' })).status).toBe(404);
  expect((await session.post(`/me/awards/${fresh}/link`, { link: 'maybe' })).status).toBe(422);
});

test('declining leaves the old as it was, and is not told; a cancelled correction can be made again', async () => {
  const { id: old, award: first, session } = await aHeldCredential(laurel, 'Rather Not');
  await share(session, old);
  const { fresh, claim } = await corrected(first, { hours: 4 });
  expect((await session.post(`${claim}/decline`)).status).toBe(303);

  expect(await verdictOf(old)).toBe('valid');
  expect((await told(first)).corrections).toMatchObject([{ award: fresh, state: 'open' }]);
  await expectProblem(await correct(first, { hours: 6 }), { reason: 'award_being_corrected' });

  expect((await callApi(laurel, 'POST', `/awards/${fresh}/cancellation`)).status).toBe(200);
  const again = await corrected(first, { hours: 6 });
  expect(again.fresh).not.toBe(fresh);
  expect((await session.post(`${again.claim}/accept`)).status).toBe(303);
  expect(await verdictOf(old)).toBe('superseded');
});

test('with consent on paper the correction is signed at once, and only with consent declared anew', async () => {
  const { page, award: first } = await aCredential(laurel);
  const old = page.split('/').at(-1) ?? '';
  await expectProblem(await correct(first, { hours: 7 }), { reason: 'consent_not_declared' });

  const { fresh, row } = await corrected(first, { hours: 7, consentDeclared: true });

  expect((await verifyBy(laurel, { url: row?.credential })).verdict).toBe('valid');
  await expect.poll(() => verdictOf(old)).toBe('superseded');
  expect(await told(first)).toMatchObject({ supersededBy: fresh });
  expect(await publicPage(old)).not.toContain(row?.credential?.split('/').at(-1) ?? 'nothing');
  await checkSigningRecords(laurel);
});

test('a paper correction that may not be signed leaves everything as it was', async () => {
  const { page, award: first } = await aCredential(laurel, { achievement: 'training-safety' });
  const runOut = { start: '2019-01-01', end: '2019-01-02' };
  expect((await correct(first, { period: runOut, consentDeclared: true })).status).toBe(202);

  expect(await correctionOf(first)).toMatchObject({ state: 'refused' });
  expect(await told(first)).toMatchObject({ state: 'accepted', supersededBy: null });
  expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
  const shown = await (await member.get(`${awards}/${first}`)).text();
  expect(shown).toContain('What was awarded has expired already');
});

test('who agreed by being asked is asked again', async () => {
  const { award: first } = await aHeldCredential(laurel, 'Asked the First Time');

  const answer = await correct(first, { hours: 7, consent: 'paper', consentDeclared: true });

  await expectProblem(answer, { reason: 'request_invalid', issue: '/consent' });
});

test('an open offer gives way to the corrected one', async () => {
  const offer = await anOffer(laurel, 'Waiting Still');
  const { fresh, claim } = await corrected(offer.award, {
    period: { start: '2026-10-01', end: '2026-10-02' },
  });
  const session = browserSession(laurel);
  await logIn(session, 'Waiting Still');

  expect((await session.post(`${offer.claim}/accept`)).status).toBe(410);
  expect(await (await session.get(claim)).text()).toContain('takes the place of an offer');
  const list = await (await session.get('/me')).text();
  expect(list).not.toContain(offer.claim);
  expect(list).toContain(claim);
  expect((await session.post(`${claim}/accept`)).status).toBe(303);
  expect(await told(offer.award)).toMatchObject({ state: 'closed', supersededBy: null });
  expect(await told(fresh)).toMatchObject({ state: 'accepted' });
});

test('a correction is corrected, and a superseded award is not corrected nor suspended', async () => {
  const { id: first, award: one, session } = await aHeldCredential(laurel, 'Twice Put Right');
  await share(session, first);
  const two = await corrected(one, { hours: 3 });
  await session.post(`${two.claim}/accept`);
  const second = await makeCredential(session, two.fresh);
  await share(session, second);
  await expectProblem(await correct(one, { hours: 4 }), { reason: 'award_superseded' });
  await expectProblem(
    await callApi(laurel, 'POST', `/awards/${one}/suspension`, { reason: 'under_review' }),
    { reason: 'award_superseded' },
  );

  const three = await corrected(two.fresh, { hours: 4 });
  await session.post(`${three.claim}/accept`);

  expect(await verdictOf(first)).toBe('superseded');
  expect(await verdictOf(second)).toBe('superseded');
  expect((await revoke(laurel, one, { reason: 'issued_in_error' })).status).toBe(200);
  expect(await verdictOf(first)).toBe('revoked');
});

test('what is the same, has ended or is nobody’s is not corrected, and nothing is awarded twice', async () => {
  const { award: first } = await aCredential(laurel);
  await expectProblem(await correct(first, { hours: 2.5 }), {
    reason: 'correction_changes_nothing',
  });
  await expectProblem(await correct(first, { hours: -1 }), { reason: 'request_invalid' });
  await expectProblem(await correct('nothing', { hours: 1 }), { reason: 'award_unknown' });
  await revoke(laurel, first, { reason: 'duplicate' });
  await expectProblem(await correct(first, { hours: 3, consentDeclared: true }), {
    reason: 'award_not_in_state',
  });

  const username = 'Corrected Into Another';
  const other = { start: '2026-09-01', end: '2026-09-02' };
  const recipients = [{ username }];
  await award(laurel, anAwardRequest({ recipients, period: other }));
  const mistaken = await award(laurel, anAwardRequest({ recipients }));
  const id = mistaken.recipients[0]?.award ?? '';
  await correct(id, { period: other, consentDeclared: true });
  expect(await correctionOf(id)).toMatchObject({ state: 'refused' });

  const right = await corrected(id, {
    period: { start: '2026-09-05', end: '2026-09-05' },
    consentDeclared: true,
  });
  expect(right.row?.state).toBe('accepted');
  const repeated = await award(
    laurel,
    anAwardRequest({ recipients, period: { start: '2026-09-05', end: '2026-09-05' } }),
  );
  expect(repeated.recipients[0]?.refusal?.reason).toBe('already_awarded');
});

test('the same correction sent twice at once is made once, and of two different ones one is', async () => {
  for (let time = 0; time < 4; time += 1) {
    const { award: first } = await aCredential(laurel);
    const same = await Promise.all(
      [1, 2].map(() => correct(first, { hours: 9, consentDeclared: true })),
    );
    expect(same.map(({ status }) => status)).toEqual([202, 202]);
    const [one, two] = await Promise.all(same.map((answer) => answer.json()));
    expect(one).toEqual(two);

    const { award: other } = await aCredential(laurel);
    const differing = await Promise.all(
      [8, 9].map((hours) => correct(other, { hours, consentDeclared: true })),
    );
    expect(differing.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect((await told(other)).corrections).toHaveLength(1);
  }
});

test('accepted twice at once, or while the old is revoked, the records agree and revocation outranks', async () => {
  for (let time = 0; time < 4; time += 1) {
    const { id: old, award: first, session } = await aHeldCredential(laurel, `At Once ${time}`);
    await share(session, old);
    const { fresh, claim } = await corrected(first, { hours: 3 });

    const [one, two, revoking] = await Promise.all([
      session.post(`${claim}/accept`),
      session.post(`${claim}/accept`),
      ...(time % 2 === 1 ? [revoke(laurel, first, { reason: 'issued_in_error' })] : []),
    ]);

    expect([one.status, two.status]).toEqual([303, 303]);
    expect((await told(fresh)).state).toBe('accepted');
    if (revoking === undefined) {
      expect(await verdictOf(old)).toBe('superseded');
    } else {
      expect(revoking.status).toBe(200);
      expect(await verdictOf(old)).toBe('revoked');
    }
  }
  await checkSigningRecords(laurel);
});

test('corrected while it is revoked, the correction is offered or refused, never half made', async () => {
  for (let time = 0; time < 4; time += 1) {
    const { page, award: first } = await aCredential(laurel);
    const [correcting] = await Promise.all([
      correct(first, { hours: 3, consentDeclared: true }),
      revoke(laurel, first, { reason: 'issued_in_error' }),
    ]);
    expect([202, 409]).toContain(correcting.status);
    if (correcting.status === 202) {
      expect(['accepted', 'refused']).toContain((await correctionOf(first)).state);
    }
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('revoked');
  }
  await checkSigningRecords(laurel);
});

test('killed after the correction was accepted, before the signer knew: the next run supersedes', async () => {
  const { id: old, award: first, session } = await aHeldCredential(laurel, 'Cut Off Halfway');
  await share(session, old);
  const { fresh } = await corrected(first, { hours: 3 });
  const store = await privateStore(laurel);
  await store.batch([
    store
      .prepare("update awards set state = 'accepted', decided_at_seconds = 1770000000 where id = ?")
      .bind(fresh),
    store.prepare('update awards set superseded_by = ? where id = ?').bind(fresh, first),
    store
      .prepare("insert into outbox values ('left-behind', ?, 0, 0, 1)")
      .bind(JSON.stringify({ task: 'standing', awardId: first })),
  ]);

  await laurel.runtime.tick();

  expect(await verdictOf(old)).toBe('superseded');
});

test('the form has what the award says, keeps what was typed, and says what will happen', async () => {
  const { id: old, award: first, session } = await aHeldCredential(laurel, 'Filled In Before');
  await share(session, old);
  const path = `${awards}/${first}/correction`;
  const form = await (await member.get(path)).text();
  expect(form).toContain('value="2026-11-14"');
  expect(form).toContain('value="2.5"');
  expect(form).toContain('The person cannot be changed here.');
  const fields = {
    achievement: 'training-workshop-participation',
    language: 'en',
    start: '2026-11-14',
    end: '2026-11-15',
    hours: '2.5',
    evidence: 'organizer-attendance-list',
    consent: 'ask',
    disclosure: 'account',
  };

  const same = await member.post(path, fields);
  expect(same.status).toBe(422);
  expect(await same.text()).toContain('The correction is the same as what it corrects');
  const wrong = await member.post(path, { ...fields, hours: '-4', place: 'Hall of Enugu' });
  expect(wrong.status).toBe(422);
  const kept = await wrong.text();
  expect(kept).toContain('Hall of Enugu');
  expect(kept).toContain('href="#field-hours"');
  const done = await member.post(path, { ...fields, hours: '٤٫٥' });
  expect(done.headers.get('location')).toContain(`${awards}/${first}?done=corrected`);

  const { award: fresh } = await correctionOf(first);
  expect(await told(fresh)).toMatchObject({ hours: 4.5, state: 'open' });
  const page = await (await member.get(`${awards}/${first}`)).text();
  expect(page).toContain(`${awards}/${fresh}`);
  expect(page).toContain('the person has not answered yet.');
  expect(page).not.toContain('Correct …');
});
