import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import { callAs, privateStore } from '../support/desk-calls.ts';
import { anAcceptedAward, anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMap, aStep } from '../support/maps.ts';
import { aMember } from '../support/members.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
let admin: BrowserSession;
let slug: string;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Draws in Jos', ['admin']);
  slug = await aMap(laurel, admin);
});
afterAll(() => laurel.stop());

const pageOf = (map: string) => `/me/maps/${laurel.issuer}/${map}`;

/** What a page says of each step: by its achievement, `been`, `next` or nothing. */
function standings(page: string): Readonly<Record<string, string>> {
  const steps = [...page.matchAll(/<li id="step-([\w.-]+)"(?: class="(\w+)")?>/g)];
  return Object.fromEntries(steps.map(([, step = '', standing = '']) => [step, standing]));
}

test('a holder sees where they have been and what could be next, in words and in their language', async () => {
  const { session } = await anAcceptedAward(laurel, 'Walks in Jos');
  expect(await (await session.get('/me/maps')).text()).toContain(pageOf(slug));

  const page = await (await session.get(pageOf(slug))).text();

  expect(standings(page)).toEqual({
    'training-workshop-participation': 'been',
    'workshop-trainer': 'next',
    'newcomer-support': 'next',
    'resource-translator': '',
  });
  expect(page.match(/You have been here/g)).toHaveLength(1);
  expect(page.match(/Could be next for you/g)).toHaveLength(2);
  // What is asked for it, and the way to be suggested for it.
  expect(page).toContain(`/desk/nominate/${laurel.issuer}/newcomer-support`);
  const said = page.slice(page.indexOf('<main'), page.indexOf('class="printed"'));
  expect(said).not.toMatch(/\d ?%|\d+ of \d+|\d+\/\d+|<progress|<meter/);
  const arabic = await (await session.get(`${pageOf(slug)}?uselang=ar`)).text();
  expect(arabic).toContain('<html lang="ar" dir="rtl">');
  expect(arabic).toContain('التعليم');
  expect(standings(arabic)).toEqual(standings(page));
});

test('whoever holds nothing of it may begin in any lane, and a map is found by its address alone', async () => {
  const session = await signedIn(laurel, 'New in Jos');
  expect(await (await session.get('/me/maps')).text()).not.toContain(pageOf(slug));
  const page = await (await session.get(pageOf(slug))).text();
  expect(standings(page)).toEqual({
    'training-workshop-participation': 'next',
    'workshop-trainer': '',
    'newcomer-support': 'next',
    'resource-translator': '',
  });
  expect(page).not.toContain('You have been here');
});

test('an offer is no step, a revoked award is none any more, and another version counts', async () => {
  const name = 'Between steps';
  const { award, session } = await anAcceptedAward(laurel, name);
  await anOffer(laurel, name, { achievement: 'newcomer-support' });
  const before = standings(await (await session.get(pageOf(slug))).text());
  expect(before['newcomer-support']).toBe('next');
  const store = await privateStore(laurel);
  await store
    .prepare("update awards set achievement_id = 'of-a-version-before' where id = ?")
    .bind(award)
    .run();
  expect(standings(await (await session.get(pageOf(slug))).text())).toEqual(before);
  for (const change of [
    "suspended_at_seconds = 1, suspension_reason = 'under_review'",
    "state = 'revoked', revocation_reason = 'duplicate', suspended_at_seconds = null, suspension_reason = null",
  ]) {
    await store.prepare(`update awards set ${change} where id = ?`).bind(award).run();
    const after = standings(await (await session.get(pageOf(slug))).text());
    expect(after['training-workshop-participation']).toBe('next');
  }
});

test('a circle leads on to what somebody does not have, and at the end there is nothing to reach', async () => {
  const round = await aMap(laurel, admin, {
    title: { en: 'Round and round' },
    lanes: [
      {
        title: { en: 'Round' },
        steps: [
          aStep('training-workshop-participation', { next: ['newcomer-support'] }),
          aStep('newcomer-support', { next: ['training-workshop-participation'] }),
        ],
      },
    ],
  });
  const name = 'Round of Jos';
  const { session } = await anAcceptedAward(laurel, name);
  const half = await (await session.get(pageOf(round))).text();
  expect(standings(half)['newcomer-support']).toBe('next');
  const { claim } = await anOffer(laurel, name, { achievement: 'newcomer-support' });
  await session.post(`${claim}/accept`);
  const all = await (await session.get(pageOf(round))).text();
  expect(all).toContain('You have been everywhere on this map.');
  expect(Object.values(standings(all))).toEqual(['been', 'been']);
});

test('maps of a muted issuer are not offered; drafts and what never was are found by nobody', async () => {
  const { session } = await anAcceptedAward(laurel, 'Mutes in Jos');
  await session.post('/me/muted', { issuer: laurel.issuer, act: 'mute' });
  expect(await (await session.get('/me/maps')).text()).not.toContain(pageOf(slug));
  expect((await session.get(pageOf(slug))).status).toBe(200);
  const begun = await callAs(laurel, admin, 'POST', `/issuers/${laurel.issuer}/maps`, {
    title: 'Only a draft',
    language: 'en',
  });
  expect(begun.status).toBe(201);
  expect((await session.get(pageOf('only-a-draft'))).status).toBe(404);
  expect((await session.get(pageOf('never-was'))).status).toBe(404);
  expect((await session.get('/me/maps/nobody/never-was')).status).toBe(404);
});

test('that somebody looks at a map is not kept anywhere', async () => {
  const { session } = await anAcceptedAward(laurel, 'Looks in Jos');
  const store = await privateStore(laurel);
  const size = async () =>
    (
      await store.batch([
        store.prepare('select count(*) as n from map_walks'),
        store.prepare('select count(*) as n from audit'),
        store.prepare('select count(*) as n from outbox'),
      ])
    ).map(({ results }) => results);
  const before = await size();
  await session.get('/me/maps');
  await session.get(pageOf(slug));
  expect(await size()).toEqual(before);
  const answer = await session.get(pageOf(slug));
  expect(answer.headers.get('cache-control')).toContain('no-store');
});
