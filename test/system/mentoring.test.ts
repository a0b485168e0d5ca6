import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { type BrowserSession, browserSession } from '../support/browser-session.ts';
import { auditedActs } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import {
  acceptedBy,
  aMentorship,
  anAsk,
  asked,
  awardBy,
  awardsOf,
  offerMentoring,
  storedMentorship,
} from '../support/mentoring.ts';
import { cellsWith } from '../support/stored-cells.ts';
import { signedIn } from '../support/stored-sessions.ts';

const MENTOR = 'Hauwa of Kano';
const MENTEE = 'Þórdís of the Fjord';

let laurel: Laurel;
let mentor: BrowserSession;
let mentee: BrowserSession;
let reviewer: BrowserSession;
let queue: string;
beforeAll(async () => {
  laurel = await startLaurel();
  await offerMentoring(laurel);
  mentor = await signedIn(laurel, MENTOR);
  mentee = await signedIn(laurel, MENTEE);
  reviewer = await aMember(laurel, 'Reviewer of the Group', ['reviewer']);
  queue = `/desk/issuers/${laurel.issuer}/mentorships`;
});
afterAll(() => laurel.stop());

const page = async (session: BrowserSession, path: string) => (await session.get(path)).text();

describe('a mentor asks', () => {
  let id: string;
  let credential: string;

  test('and nobody but the one who was asked sees it', async () => {
    id = await asked(laurel, mentor, anAsk(MENTEE));

    const shown = await page(mentee, '/me/mentoring');
    expect(shown).toContain(MENTOR);
    expect(shown).toContain('Writing about harbours');
    expect(shown).toContain('العربية (Arabic)');
    expect(await page(mentor, '/me/mentoring')).toContain('Not answered yet');
    expect(await page(reviewer, queue)).not.toContain(MENTOR);
    expect((await reviewer.get(`${queue}/${id}`)).status).toBe(404);
  });

  test('and once it is confirmed, reviewers see the mentor and nothing of who was mentored', async () => {
    expect((await mentee.post(`/me/mentoring/${id}/confirm`)).status).toBe(303);

    for (const path of [queue, `${queue}/${id}`]) {
      const shown = await page(reviewer, path);
      expect(shown).toContain(MENTOR);
      expect(shown).not.toContain(MENTEE);
      expect(shown).not.toContain(accountIdOf(MENTEE));
    }
    const told = await (
      await reviewer.get(`/api/v1/issuers/${laurel.issuer}/mentorships/${id}`)
    ).json();
    expect(told).toMatchObject({
      mentor: MENTOR,
      mentee: null,
      mentoring: { languages: ['ha', 'ar'], hoursBand: '10-25' },
    });
  });

  test('unless the mentee lets them know the name, and takes that back again', async () => {
    await mentee.post(`/me/mentoring/${id}/name`, { names: 'yes' });
    expect(await page(reviewer, `${queue}/${id}`)).toContain(MENTEE);
    await mentee.post(`/me/mentoring/${id}/name`, { names: 'no' });
    expect(await page(reviewer, `${queue}/${id}`)).not.toContain(MENTEE);
  });

  test('and the award is an offer with days, languages, topics and a band of hours', async () => {
    await awardBy(laurel, reviewer, id);

    const [award] = await awardsOf(laurel, MENTOR);
    expect(award).toMatchObject({
      state: 'offered',
      period_start: '2026-02-01',
      period_end: '2026-06-30',
    });
    expect(JSON.parse(award?.mentoring ?? '')).toEqual({
      languages: ['ha', 'ar'],
      themes: ['community-of-practice'],
      topics: ['Writing about harbours', 'Photographs of boats'],
      hoursBand: '10-25',
    });
    expect(await auditedActs(laurel, id)).toEqual(['mentorship_awarded']);
    expect(await page(mentor, '/me/mentoring')).toContain('Recognised: there is an offer for you');
    // Whether it was awarded is the mentor's.
    expect(await page(mentee, '/me/mentoring')).toContain('The group has decided');
  });

  test('and its credential signs them as results, which its page and its certificate show', async () => {
    const [award] = await awardsOf(laurel, MENTOR);
    expect(await page(mentor, `/claim/${award?.claim_code}`)).toContain('10 to 25');
    credential = (await acceptedBy(laurel, mentor, MENTOR)).id;

    const { credentialSubject } = z
      .object({ credentialSubject: z.looseObject({ id: z.string(), result: z.unknown() }) })
      .parse(await (await fetch(`${laurel.url}/c/${credential}.json`)).json());
    const results = z
      .array(z.object({ id: z.string(), value: z.string() }))
      .parse(credentialSubject.result);
    expect(
      results.map(({ id: one, value }) => [one.slice(credentialSubject.id.length), value]),
    ).toEqual([
      ['#mentoring-hours-10-25', '10 to 25'],
      ['#mentoring-language-ha', 'Hausa'],
      ['#mentoring-language-ar', 'العربية (Arabic)'],
      ['#mentoring-topic-community-of-practice', 'Learning from one another'],
      ['#mentoring-topic-own-1', 'Writing about harbours'],
      ['#mentoring-topic-own-2', 'Photographs of boats'],
    ]);
    const shown = await page(browserSession(laurel), `/c/${credential}`);
    for (const words of ['10 to 25', 'Hausa', 'Photographs of boats']) {
      expect(shown).toContain(words);
    }
    const report = await fetch(`${laurel.url}/api/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: `${laurel.url}/c/${credential}` }),
    });
    expect(await report.json()).toMatchObject({ verdict: 'valid' });
  });

  test('and its certificate says so, and says what was signed', async () => {
    const pdf = await (await fetch(`${laurel.url}/c/${credential}.pdf`)).arrayBuffer();
    const form = new FormData();
    form.set('file', new File([pdf], 'certificate.pdf', { type: 'application/pdf' }));
    const report = await fetch(`${laurel.url}/api/verify`, { method: 'POST', body: form });

    const { verdict, checks } = z
      .object({
        verdict: z.string(),
        checks: z.array(z.looseObject({ check: z.string(), result: z.string() })),
      })
      .parse(await report.json());
    expect(verdict).toBe('valid');
    expect(checks.find(({ check }) => check === 'print')).toMatchObject({ result: 'pass' });
  });

  test('and nothing that was kept, signed or drawn leads to who was mentored', async () => {
    const places = await cellsWith(laurel, [MENTEE, accountIdOf(MENTEE)]);
    expect(places).toEqual([
      'accounts.id',
      'accounts.username',
      'mentorships.mentee',
      'rate_limits.key',
      'sessions.account_id',
    ]);
    // The id of the mentorship, by which the two are known, is nowhere but in the issuer's trail and the request.
    expect(await cellsWith(laurel, [id])).toEqual([
      'audit.subject',
      'idempotency_keys.key',
      'mentorships.id',
    ]);
  });
});

describe('a mentee asks', () => {
  test('and may let reviewers know the name from the start; the mentor confirms, and ends it', async () => {
    const fields = anAsk(MENTOR, { side: 'mentee', end: '', start: '2026-07-05', names: 'yes' });
    const id = await asked(laurel, mentee, fields);
    expect(await page(mentor, '/me/mentoring')).toContain('says that you mentor them');
    // A tick in the form of the one who is not the mentee says nothing of their name.
    expect((await mentor.post(`/me/mentoring/${id}/confirm`)).status).toBe(303);
    expect(await page(reviewer, `${queue}/${id}`)).toContain(MENTEE);
    expect(await page(mentor, '/me/mentoring')).toContain('You mentor one person at present.');

    expect((await mentee.post(`/me/mentoring/${id}/end`)).status).toBe(303);
    expect(await page(mentor, '/me/mentoring')).toContain('You mentor nobody at present.');
    expect((await storedMentorship(laurel, id))?.period_end).not.toBe('');
    await awardBy(laurel, reviewer, id);
    expect(await awardsOf(laurel, MENTOR)).toHaveLength(2);
  });

  test('what still goes on is awarded up to a day that the reviewer gives', async () => {
    const id = await aMentorship(
      laurel,
      { mentor, mentee, menteeName: MENTEE },
      { start: '2026-09-01', end: '' },
    );
    const early = await reviewer.post(`${queue}/${id}/award`, {
      end: '2026-08-01',
      language: 'en',
    });
    expect(early.status).toBe(422);
    await awardBy(laurel, reviewer, id, { end: '2026-10-01' });
    const periods = (await awardsOf(laurel, MENTOR)).map(({ period_end }) => period_end);
    expect(periods).toContain('2026-10-01');
  });
});
