import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import {
  aMentorship,
  anAsk,
  askBy,
  asked,
  awardsOf,
  offerMentoring,
  passDays,
  storedMentorship,
} from '../support/mentoring.ts';
import { contentOf } from '../support/sheets.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
let reviewer: BrowserSession;
let second: BrowserSession;
let queue: string;
beforeAll(async () => {
  laurel = await startLaurel();
  await offerMentoring(laurel);
  reviewer = await aMember(laurel, 'Reviewer of the Group', ['reviewer']);
  second = await aMember(laurel, 'Another Reviewer', ['reviewer']);
  queue = `/desk/issuers/${laurel.issuer}/mentorships`;
});
afterAll(() => laurel.stop());

let pairs = 0;

/** Two people whom no other test has to do with. */
async function aPair() {
  pairs += 1;
  const [mentorName, menteeName] = [`Mentor ${pairs} of Oran`, `Aşkın ${pairs} of İzmir`];
  const mentor = await signedIn(laurel, mentorName);
  const mentee = await signedIn(laurel, menteeName);
  return { mentor, mentee, mentorName, menteeName };
}

const page = async (session: BrowserSession) =>
  contentOf(await (await session.get('/me/mentoring')).text());

/** What somebody sees of mentorships, without the note of what was just done. */
async function seen(session: BrowserSession): Promise<string> {
  return (await page(session)).replaceAll(/\/me\/mentoring\/\w+\//g, '');
}

describe('what is not asked', () => {
  test.each([
    ['no side', { side: 'both' }, 'Say which of the two you are.'],
    [
      'an end before the start',
      { end: '2026-01-31' },
      'The last day does not lie before the first one.',
    ],
    [
      'a start that has not come',
      { start: '2099-01-01', end: '' },
      'it exists and has come already',
    ],
    ['no language', { language_1: '', language_2: '' }, 'Choose at least one language.'],
    ['no topic', { themes: '', topics: '' }, 'At least one topic'],
    ['too many topics', { topics: 'one\ntwo\nthree\nfour' }, 'At least one topic'],
    ['hours that are counted', { hoursBand: '17' }, 'Choose one of them.'],
    [
      'what is not awarded for mentoring',
      { achievement: 'workshop-trainer' },
      'Choose one of the list.',
    ],
    [
      'somebody who is not there',
      { username: 'Nobody of Nowhere' },
      'There is no such Wikimedia account.',
    ],
  ])('%s', async (_, change, sentence) => {
    const { mentor, menteeName } = await aPair();
    const answer = await askBy(mentor, laurel.issuer, anAsk(menteeName, change));
    expect(answer.status).toBe(422);
    const kept = contentOf(await answer.text());
    expect(kept).toContain(sentence);
    // What was typed is still there.
    expect(kept).toContain(`value="${'username' in change ? change.username : menteeName}"`);
  });

  test('a mentee who is the mentor', async () => {
    const { mentor, mentorName } = await aPair();
    const answer = await askBy(mentor, laurel.issuer, anAsk(mentorName));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('You cannot mentor yourself');
  });

  test('a topic that names one of the two: it would be signed', async () => {
    const { mentor, menteeName } = await aPair();
    const topics = `Helping ${menteeName.toUpperCase().replaceAll(' ', '_')}`;
    const answer = await askBy(mentor, laurel.issuer, anAsk(menteeName, { topics }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('A topic names one of you.');
  });

  test('at an issuer that offers none, which has no such page', async () => {
    const { mentor } = await aPair();
    expect((await mentor.get('/me/mentoring/ask/no-such-group')).status).toBe(404);
  });

  test('more than ten that are open', async () => {
    const { mentor } = await aPair();
    const days = Array.from({ length: 10 }, (_, at) => `Friend ${at} of Oran`);
    for (const name of days) await asked(laurel, mentor, anAsk(name));
    await (await privateStore(laurel))
      .prepare("delete from rate_limits where key like 'mentoring%'")
      .run();
    const answer = await askBy(mentor, laurel.issuer, anAsk('One Friend More'));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Too many of your questions wait');
  });

  test('more than ten a day, even where they are taken back', async () => {
    const { mentor } = await aPair();
    for (let at = 0; at < 10; at += 1) {
      const id = await asked(laurel, mentor, anAsk(`Neighbour ${at} of Oran`));
      await mentor.post(`/me/mentoring/${id}/take-back`);
    }
    const answer = await askBy(mentor, laurel.issuer, anAsk('One Neighbour More'));
    expect(answer.status).toBe(429);
  });
});

describe('the same twice', () => {
  test('by either of the two is told, while it waits', async () => {
    const { mentor, mentee, mentorName, menteeName } = await aPair();
    await asked(laurel, mentor, anAsk(menteeName));
    const again = await askBy(mentor, laurel.issuer, anAsk(menteeName));
    const back = await askBy(mentee, laurel.issuer, anAsk(mentorName, { side: 'mentee' }));
    expect([again.status, back.status]).toEqual([409, 409]);
  });

  test('for days that overlap with what is confirmed is refused, and for later ones is not', async () => {
    const pair = await aPair();
    await aMentorship(laurel, pair);
    const { mentor, menteeName } = pair;
    const overlapping = { start: '2026-06-30', end: '' };
    expect((await askBy(mentor, laurel.issuer, anAsk(menteeName, overlapping))).status).toBe(409);
    const later = { start: '2026-07-01', end: '2026-08-01' };
    expect((await askBy(mentor, laurel.issuer, anAsk(menteeName, later))).status).toBe(303);
  });

  test('two who ask one another at once are asked and confirmed once', async () => {
    const { mentor, mentee, mentorName, menteeName } = await aPair();
    const sent = await Promise.all([
      askBy(mentor, laurel.issuer, anAsk(menteeName)),
      askBy(mentee, laurel.issuer, anAsk(mentorName, { side: 'mentee' })),
    ]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });
});

describe('an answer', () => {
  test('to one that is none of theirs is to nothing', async () => {
    const { mentor, menteeName } = await aPair();
    const stranger = await signedIn(laurel, 'Stranger of Oran');
    const id = await asked(laurel, mentor, anAsk(menteeName));
    for (const act of ['confirm', 'decline', 'mute', 'take-back', 'end', 'name']) {
      expect([act, (await stranger.post(`/me/mentoring/${id}/${act}`)).status]).toEqual([act, 404]);
    }
    // Nor can whoever asked confirm in the other one’s place.
    expect((await mentor.post(`/me/mentoring/${id}/confirm`)).status).toBe(409);
    expect(await storedMentorship(laurel, id)).toMatchObject({ state: 'asked' });
  });

  test('of no looks to whoever asked like none, on their page, in numbers and in what they can do', async () => {
    const [first, other] = [await aPair(), await aPair()];
    const declined = await asked(laurel, first.mentor, anAsk(first.menteeName));
    const open = await asked(laurel, other.mentor, anAsk(other.menteeName));
    await first.mentee.post(`/me/mentoring/${declined}/decline`);

    const told = (await seen(first.mentor)).replaceAll(first.menteeName, other.menteeName);
    const like = (await seen(other.mentor)).replaceAll(first.mentorName, other.mentorName);
    expect(told.replaceAll(declined, open).replaceAll(first.mentorName, other.mentorName)).toBe(
      like.replaceAll(first.mentorName, other.mentorName),
    );
    const again = await askBy(first.mentor, laurel.issuer, anAsk(first.menteeName));
    expect(again.status).toBe(409);
    expect((await first.mentor.post(`/me/mentoring/${declined}/take-back`)).status).toBe(303);
    expect((await other.mentor.post(`/me/mentoring/${open}/take-back`)).status).toBe(303);
    expect((await first.mentor.post(`/me/mentoring/${declined}/end`)).status).toBe(404);
    expect((await other.mentor.post(`/me/mentoring/${open}/end`)).status).toBe(404);
  });

  test('of no, given twice, keeps that person from asking for 180 days, and they are not told', async () => {
    const { mentor, mentee, mentorName, menteeName } = await aPair();
    for (let time = 0; time < 2; time += 1) {
      const id = await asked(laurel, mentor, anAsk(menteeName));
      await mentee.post(`/me/mentoring/${id}/decline`);
      await mentor.post(`/me/mentoring/${id}/take-back`);
    }
    const third = await asked(laurel, mentor, anAsk(menteeName));
    expect(await page(mentee)).not.toContain(mentorName);
    expect(await page(mentor)).toContain('Not answered yet');
    expect((await mentee.post(`/me/mentoring/${third}/confirm`)).status).toBe(404);

    await passDays(laurel, 181);
    await laurel.runtime.tick();
    await asked(laurel, mentor, anAsk(menteeName));
    expect(await page(mentee)).toContain(mentorName);
  });

  test('of mute hides all that the person asks, and can be taken back', async () => {
    const { mentor, mentee, mentorName, menteeName } = await aPair();
    const id = await asked(laurel, mentor, anAsk(menteeName));
    await mentee.post(`/me/mentoring/${id}/mute`);
    await mentor.post(`/me/mentoring/${id}/take-back`);
    const hidden = await asked(laurel, mentor, anAsk(menteeName, { start: '2026-03-01' }));
    const muted = await page(mentee);
    expect(muted).toContain('People whose questions you do not see');
    expect(muted).not.toContain('Yes, this is right');

    const [, row = ''] = /\/muted\/(\w+)\/show/.exec(muted) ?? [];
    expect((await mentee.post(`/me/mentoring/muted/${row}/show`)).status).toBe(303);
    await mentor.post(`/me/mentoring/${hidden}/take-back`);
    await asked(laurel, mentor, anAsk(menteeName, { start: '2025-03-01', end: '2025-04-01' }));
    expect(await page(mentee)).toContain(mentorName);
  });

  test('that comes too late is to nothing: after ninety days an ask has lapsed', async () => {
    const { mentor, mentee, mentorName, menteeName } = await aPair();
    const id = await asked(laurel, mentor, anAsk(menteeName));
    await passDays(laurel, 90);
    expect(await page(mentee)).not.toContain(mentorName);
    expect((await mentee.post(`/me/mentoring/${id}/confirm`)).status).toBe(404);
    expect(await page(mentor)).toContain('Nobody answered in time');
    await passDays(laurel, 30);
    await laurel.runtime.tick();
    expect(await storedMentorship(laurel, id)).toBeNull();
  });
});

describe('what is taken back', () => {
  test('is not awarded, and the other one sees no difference', async () => {
    const pair = await aPair();
    const id = await aMentorship(laurel, pair);
    const before = await seen(pair.mentor);
    expect((await pair.mentee.post(`/me/mentoring/${id}/take-back`)).status).toBe(303);
    expect(await page(pair.mentee)).toContain('You took it back');
    expect(await seen(pair.mentor)).toBe(before);
    expect((await reviewer.post(`${queue}/${id}/award`, { language: 'en' })).status).toBe(409);
    expect(await awardsOf(laurel, pair.mentorName)).toEqual([]);
    // The other one may do the same, and sees that it was done.
    expect((await pair.mentor.post(`/me/mentoring/${id}/take-back`)).status).toBe(303);
    expect(await page(pair.mentor)).toContain('You took it back');
    expect(await page(pair.mentee)).toContain('You took it back');
  });

  test('at the moment of the award is awarded or taken back, never both', async () => {
    for (let time = 0; time < 3; time += 1) {
      const pair = await aPair();
      const id = await aMentorship(laurel, pair);
      const [award, back] = await Promise.all([
        reviewer.post(`${queue}/${id}/award`, { language: 'en' }),
        pair.mentee.post(`/me/mentoring/${id}/take-back`),
      ]);
      const kept = await storedMentorship(laurel, id);
      expect([award.status, back.status].toSorted()).toEqual([303, 409]);
      expect(kept?.state).toBe(award.status === 303 ? 'awarded' : 'confirmed');
    }
  });
});

describe('reviewers', () => {
  test('two at once decide once', async () => {
    const pair = await aPair();
    const id = await aMentorship(laurel, pair);
    const words = { answer: 'Thank you for telling us about this.' };
    const answers = await Promise.all([
      reviewer.post(`${queue}/${id}/award`, { language: 'en' }),
      second.post(`${queue}/${id}/award`, { language: 'en' }),
      second.post(`${queue}/${id}/decline`, words),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(2);
  });

  test('who are mentor or mentee neither see nor decide it', async () => {
    const mentorName = 'Reviewing Mentor of Oran';
    const mentor = await aMember(laurel, mentorName, ['reviewer']);
    const menteeName = 'Reviewing Mentee of Oran';
    const mentee = await aMember(laurel, menteeName, ['reviewer']);
    const id = await aMentorship(laurel, { mentor, mentee, menteeName });
    for (const session of [mentor, mentee]) {
      expect(await (await session.get(queue)).text()).not.toContain(id);
      expect((await session.get(`${queue}/${id}`)).status).toBe(404);
      expect((await session.post(`${queue}/${id}/award`, { language: 'en' })).status).toBe(404);
      const home = await (await session.get(`/desk/issuers/${laurel.issuer}`)).text();
      const others = await (await reviewer.get(`/desk/issuers/${laurel.issuer}`)).text();
      expect(contentOf(home)).not.toBe(contentOf(others));
    }
    expect(await (await reviewer.get(queue)).text()).toContain(id);
  });

  test('decline with words that the mentor alone reads', async () => {
    const pair = await aPair();
    const id = await aMentorship(laurel, pair);
    const answer = 'Come back to us after the summer, please.';
    expect((await reviewer.post(`${queue}/${id}/decline`, { answer: 'No.' })).status).toBe(422);
    expect((await reviewer.post(`${queue}/${id}/decline`, { answer })).status).toBe(303);
    expect(await page(pair.mentor)).toContain(answer);
    expect(await page(pair.mentee)).not.toContain(answer);
    expect(await page(pair.mentee)).toContain('The group has decided');
  });

  test('and others than those who review see nothing of it', async () => {
    const awarder = await aMember(laurel, 'Awarder of Oran', ['awarder']);
    expect((await awarder.get(queue)).status).toBe(403);
    expect((await awarder.get(`/desk/issuers/${laurel.issuer}/mentoring`)).status).toBe(403);
    expect((await reviewer.get(`/desk/issuers/${laurel.issuer}/mentoring`)).status).toBe(403);
  });
});

describe('the load', () => {
  test('is the mentor’s own; beyond their limit they are warned and not refused', async () => {
    const pair = await aPair();
    await aMentorship(laurel, pair, { end: '' });
    const saved = await pair.mentor.post('/me/mentoring/limit', { most: '١' });
    expect(saved.status).toBe(303);
    expect(await page(pair.mentor)).toContain('This is as many as you wanted, or more.');
    const checked = await pair.mentor.post(
      `/me/mentoring/ask/${laurel.issuer}`,
      anAsk('Another Friend of Oran'),
    );
    expect(await checked.text()).toContain('You mentor as many people as you wanted, or more.');
    await asked(laurel, pair.mentor, anAsk('Another Friend of Oran'));
    for (const most of ['0', '51', 'many']) {
      const refused = await pair.mentor.post('/me/mentoring/limit', { most });
      expect([refused.status, (await refused.text()).includes(`value="${most}"`)]).toEqual([
        422,
        true,
      ]);
    }
  });

  test('is told to those who would ask, as a sentence, only where the mentor wishes it', async () => {
    const pair = await aPair();
    await aMentorship(laurel, pair, { end: '' });
    const asking = await signedIn(laurel, 'Asking of Oran');
    const look = async () => {
      const fields = anAsk(pair.mentorName, { side: 'mentee' });
      return (await asking.post(`/me/mentoring/ask/${laurel.issuer}`, fields)).text();
    };
    const sentence = 'This mentor takes no more people at present.';
    await pair.mentor.post('/me/mentoring/limit', { most: '1' });
    expect(await look()).not.toContain(sentence);
    await pair.mentor.post('/me/mentoring/limit', { most: '1', tells: 'yes' });
    expect(await look()).toContain(sentence);
    await pair.mentor.post('/me/mentoring/limit', { most: '2', tells: 'yes' });
    expect(await look()).not.toContain(sentence);
    await pair.mentor.post('/me/mentoring/limit', { most: '' });
    const kept = await (await privateStore(laurel))
      .prepare('select * from mentor_limits where account_id = ?')
      .bind(accountIdOf(pair.mentorName))
      .first();
    expect(kept).toBeNull();
  });
});
