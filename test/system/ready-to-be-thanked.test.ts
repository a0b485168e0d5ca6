import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { revoke } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { auditedActs, callAs, privateStore } from '../support/desk-calls.ts';
import { anAcceptedAward, anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMap, aStep } from '../support/maps.ts';
import { aMember, anotherIssuer } from '../support/members.ts';

const FIRST = 'training-workshop-participation';
const SECOND = 'newcomer-support';
const MILESTONE = 'resource-translator';

let laurel: Laurel;
let admin: BrowserSession;
let reviewer: BrowserSession;
let slug: string;
let queue: string;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Draws in Jos', ['admin']);
  reviewer = await aMember(laurel, 'Reviews in Jos', ['reviewer']);
  slug = await aMap(laurel, admin, {
    lanes: [
      { title: { en: 'Way' }, steps: [aStep(FIRST), aStep(SECOND), aStep('event-organizer')] },
    ],
    milestone: { achievement: MILESTONE, steps: [FIRST, SECOND] },
  });
  queue = `/desk/issuers/${laurel.issuer}/maps/${slug}/ready`;
});
afterAll(() => laurel.stop());

/** Somebody who accepted an award for each of these. */
async function aWalker(name: string, achievements: readonly string[] = [FIRST, SECOND]) {
  const [first = FIRST, ...rest] = achievements;
  const walker = await anAcceptedAward(laurel, name, { achievement: first });
  for (const achievement of rest) {
    const { claim } = await anOffer(laurel, name, { achievement });
    expect((await walker.session.post(`${claim}/accept`)).status).toBe(303);
  }
  return walker;
}

const textOf = async (answer: Promise<Response>) => (await answer).text();
const listed = () => textOf(reviewer.get(queue));

/** The id by which the API lists somebody; undefined where it does not. */
async function walkOf(name: string): Promise<string | undefined> {
  const answer = await callAs(
    laurel,
    reviewer,
    'GET',
    `/issuers/${laurel.issuer}/maps/${slug}/ready`,
  );
  const { ready } = Object(await answer.json());
  return ready.find((one: { username: string }) => one.username === name)?.walk;
}

test('whoever has been at the steps that count is listed, and thanked by one tap, never by itself', async () => {
  const name = 'Amina of Jos';
  const { session } = await aWalker(name, [FIRST]);
  expect(await listed()).not.toContain(name);
  const { claim } = await anOffer(laurel, name, { achievement: SECOND });
  expect(await listed()).not.toContain(name);
  await session.post(`${claim}/accept`);
  expect(await listed()).toContain(name);
  expect(await textOf(session.get(`/me/maps/${laurel.issuer}/${slug}`))).toContain(
    'The reviewers of this group can see',
  );
  const store = await privateStore(laurel);
  const given = () =>
    store
      .prepare('select state, consent from awards where account_id = ? and achievement_slug = ?')
      .bind(accountIdOf(name), MILESTONE)
      .all();
  expect((await given()).results).toEqual([]);

  const thanked = await reviewer.post(`${queue}/${await walkOf(name)}/award`);

  expect(thanked.headers.get('location')).toMatch(/\/batches\/\w+$/);
  await expect
    .poll(async () => (await given()).results)
    .toEqual([{ state: 'offered', consent: 'ask' }]);
  expect(await listed()).not.toContain(name);
  expect(await auditedActs(laurel, slug)).toContain('walk_thanked');
});

test('by the API it is the same, in a language that is asked for', async () => {
  const name = 'Programmed of Jos';
  await aWalker(name);
  const path = `/issuers/${laurel.issuer}/maps/${slug}/ready/${await walkOf(name)}/award`;
  const wrong = await callAs(laurel, reviewer, 'POST', path, { language: 'xx' });
  expect(wrong.status).toBe(422);
  const { available } = Object(await wrong.json());
  const thanked = await callAs(laurel, reviewer, 'POST', path, { language: available.at(-1) });
  expect(thanked.status).toBe(202);
  expect(await walkOf(name)).toBeUndefined();
});

test('tapped twice it is done once; of two reviewers at once one thanks, and the other is told', async () => {
  const name = 'Twice of Jos';
  await aWalker(name);
  const other = await aMember(laurel, 'Reviews too in Jos', ['reviewer']);
  const form = `${queue}/${await walkOf(name)}/award`;
  const answers = await Promise.all([reviewer.post(form), other.post(form)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const [first, second] = answers[0]?.status === 303 ? [reviewer, other] : [other, reviewer];
  const [won] = answers.filter(({ status }) => status === 303);
  const again = await first.post(form);
  expect(again.headers.get('location')).toBe(won?.headers.get('location'));
  const late = await second.post(form);
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('This person is not in the list any more');
  const store = await privateStore(laurel);
  const batches = await store
    .prepare(
      `select count(*) as size from batch_rows join batches on batches.id = batch_id
        where achievement_slug = ?1 and (account_id = ?2 or award_id in
          (select id from awards where account_id = ?2))`,
    )
    .bind(MILESTONE, accountIdOf(name))
    .first('size');
  expect(batches).toBe(1);
});

test('who declined, muted the group, withdrew or was erased is told from nobody else', async () => {
  const names = ['Declines', 'Mutes', 'Withdraws', 'Erases'].map((name) => `${name} of Bauchi`);
  const [declines, mutes, , erases] = await Promise.all(names.map((name) => aWalker(name)));
  await mutes?.session.post('/me/muted', { issuer: laurel.issuer, act: 'mute' });
  // Muting changes nothing that a reviewer sees.
  for (const name of names) expect(await listed()).toContain(name);
  for (const name of names) {
    expect((await reviewer.post(`${queue}/${await walkOf(name)}/award`)).status).toBe(303);
  }
  const store = await privateStore(laurel);
  const codeOf = (name: string) =>
    store
      .prepare('select claim_code from awards where account_id = ? and achievement_slug = ?')
      .bind(accountIdOf(name), MILESTONE)
      .first('claim_code');
  await expect.poll(() => codeOf('Declines of Bauchi')).toBeTruthy();
  await expect.poll(() => codeOf('Erases of Bauchi')).toBeTruthy();
  const code = await codeOf('Declines of Bauchi');
  expect((await declines?.session.post(`/claim/${code}/decline`))?.status).toBe(303);
  const erased = await erases?.session.post('/me/erase', { username: 'Erases of Bauchi' });
  expect(erased?.status).toBe(200);

  const after = await listed();

  for (const name of names) expect(after).not.toContain(name);
  expect(await walkOf('Declines of Bauchi')).toBeUndefined();
});

test('a step that is revoked or under review is done no more; one whose milestone was revoked is not thanked anew', async () => {
  const { award } = await aWalker('Revoked of Jos');
  expect(await listed()).toContain('Revoked of Jos');
  const store = await privateStore(laurel);
  const suspend = (at: number | null, reason: string | null) =>
    store
      .prepare('update awards set suspended_at_seconds = ?, suspension_reason = ? where id = ?')
      .bind(at, reason, award)
      .run();
  await suspend(1, 'under_review');
  expect(await listed()).not.toContain('Revoked of Jos');
  await suspend(null, null);
  expect(await listed()).toContain('Revoked of Jos');
  expect((await revoke(laurel, award, { reason: 'wrong_person' })).ok).toBe(true);
  expect(await listed()).not.toContain('Revoked of Jos');

  const ended = await aWalker('Milestone of Jos', [FIRST, SECOND, MILESTONE]);
  await store
    .prepare(
      `update awards set state = 'revoked', revocation_reason = 'criteria_not_met'
        where account_id = ? and achievement_slug = ?`,
    )
    .bind(accountIdOf('Milestone of Jos'), MILESTONE)
    .run();
  expect(ended.award).toBeTruthy();
  expect(await listed()).not.toContain('Milestone of Jos');
});

test('a reviewer never sees themselves, and others of the group and strangers see no list', async () => {
  const own = await aMember(laurel, 'Reviews and walks', ['reviewer']);
  await aWalker('Reviews and walks');
  expect(await listed()).toContain('Reviews and walks');
  const seen = await textOf(own.get(queue));
  expect(seen.slice(0, seen.indexOf('id="signed-in"'))).not.toContain('Reviews and walks');
  expect((await own.post(`${queue}/${await walkOf('Reviews and walks')}/award`)).status).toBe(409);
  expect((await admin.get(queue)).status).toBe(403);
  expect((await admin.post(`${queue}/x/award`)).status).toBe(403);
  const stranger = await anotherIssuer(laurel, 'group-apart', 'Head Apart');
  expect((await stranger.get(queue)).status).toBe(404);
  expect((await stranger.get(`/desk/issuers/group-apart/maps/${slug}/ready`)).status).toBe(404);
  expect((await reviewer.post(`${queue}/made-up/award`)).status).toBe(409);
});

test('what another group awarded counts for those alone who tell, until they take it back', async () => {
  const elsewhere = await anotherIssuer(laurel, 'group-of-bauchi', 'Head of Bauchi');
  const mixed = await aMap(
    laurel,
    elsewhere,
    {
      title: { en: 'Of two groups' },
      lanes: [{ title: { en: 'Way' }, steps: [aStep(`${laurel.issuer}/${FIRST}`)] }],
      milestone: { achievement: 'bauchi-friend', steps: 'all' },
    },
    await withAchievement('group-of-bauchi', 'bauchi-friend'),
  );
  const name = 'Tells of Jos';
  const { session } = await aWalker(name, [FIRST]);
  const list = () => textOf(elsewhere.get(`/desk/issuers/group-of-bauchi/maps/${mixed}/ready`));
  const own = `/me/maps/group-of-bauchi/${mixed}`;
  expect(await list()).not.toContain(name);
  expect(await textOf(session.get(own))).toContain('Tell them that I have walked this');

  expect((await session.post(`${own}/told`, { act: 'tell' })).status).toBe(303);

  const told = await list();
  expect(told).toContain(name);
  expect(told).toContain('They told you that they have walked this map.');
  // No award of another group is shown, nor a way to it.
  expect(told).not.toContain('/awards/');
  await session.post(`${own}/told`, { act: 'take_back' });
  expect(await list()).not.toContain(name);
  const early = await aWalker('Not yet of Jos', [SECOND]);
  expect((await early.session.post(`${own}/told`, { act: 'tell' })).status).toBe(409);
  expect((await session.post(`${own}/told`, { act: 'other' })).status).toBe(422);
});

test('a retired map shows nobody as ready, and takes no word of anybody', async () => {
  const gone = await aMap(laurel, admin, {
    title: { en: 'Soon gone' },
    lanes: [{ title: { en: 'Way' }, steps: [aStep(FIRST)] }],
    milestone: { achievement: MILESTONE, steps: 'all' },
  });
  const { session } = await aWalker('Late of Jos', [FIRST]);
  const path = `/desk/issuers/${laurel.issuer}/maps/${gone}/ready`;
  expect(await textOf(reviewer.get(path))).toContain('Late of Jos');
  await callAs(laurel, admin, 'POST', `/issuers/${laurel.issuer}/maps/${gone}/retirement`);
  expect((await reviewer.get(path)).status).toBe(404);
  await session.post(`/me/maps/${laurel.issuer}/${gone}/told`, { act: 'tell' });
  const store = await privateStore(laurel);
  const rows = await store
    .prepare('select count(*) as size from map_walks where map_slug = ?')
    .bind(gone)
    .first('size');
  expect(rows).toBe(0);
});

/** Gives an issuer an achievement of its own; its slug. */
async function withAchievement(issuer: string, slug: string): Promise<string> {
  const { CATALOGUE } = await import('@laurel/catalogue/catalogue');
  const found = CATALOGUE.achievements.find((one) => one.slug === SECOND);
  if (found === undefined) throw new Error('the catalogue has changed');
  await laurel.stewardship.putAchievements(issuer, [{ ...found, slug }]);
  return issuer;
}
