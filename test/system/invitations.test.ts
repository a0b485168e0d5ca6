import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi, callAs } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { anOfferToHolder } from '../support/offering.ts';

const WORKSHOP = 'training-workshop-participation';
const EVENT = 'https://meta.wikimedia.org/wiki/Event:Next_workshop';

let laurel: Laurel;
let admin: BrowserSession;
let page: string;
let api: string;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Invites of Jos', ['admin']);
  page = `/desk/issuers/${laurel.issuer}/achievements/${WORKSHOP}/invitation`;
  api = `/issuers/${laurel.issuer}/achievements/${WORKSHOP}/invitation`;
});
afterAll(() => laurel.stop());

test('whoever has accepted sees one invitation, in their own language; before, they do not', async () => {
  const set = await admin.post(page, {
    language_1: 'en',
    text_1: 'Come to the next workshop!',
    language_2: 'ar',
    text_2: 'تعالوا إلى الورشة القادمة!',
    url: EVENT,
    leads_to: '',
  });
  expect(set.headers.get('location')).toContain('done=set');
  const { award, claim, session } = await anOfferToHolder(laurel, 'Invited of Jos');
  expect(await (await session.get(claim)).text()).not.toContain('next workshop!');

  await session.post(`${claim}/accept`);

  const shown = await (await session.get(`/me/awards/${award}`)).text();
  expect(shown).toContain('Come to the next workshop!');
  expect(shown).toContain(`<a href="${EVENT}" dir="ltr" rel="noreferrer">`);
  const inArabic = await (await session.get(`/me/awards/${award}?uselang=ar`)).text();
  expect(inArabic).toContain('<span lang="ar" dir="rtl">تعالوا إلى الورشة القادمة!</span>');
  expect(await (await admin.get(page)).text()).toContain('تعالوا إلى الورشة القادمة!');
  expect(await (await admin.get(`/desk/issuers/${laurel.issuer}/audit`)).text()).toContain(
    'Set what comes next after an achievement',
  );
});

test('it leads to another achievement, until that is awarded no more', async () => {
  const awarder = await aMember(laurel, 'Retires of Jos', ['awarder']);
  expect(
    (
      await callAs(laurel, admin, 'PUT', api, {
        texts: { en: 'Train others?' },
        leadsTo: 'workshop-trainer',
      })
    ).status,
  ).toBe(204);
  expect(await (await callApi(laurel, 'GET', api)).json()).toEqual({
    texts: { en: 'Train others?' },
    url: null,
    leadsTo: 'workshop-trainer',
  });
  const { award, session } = await anAcceptedAward(laurel, 'Led On of Jos');
  const shown = await (await session.get(`/me/awards/${award}`)).text();
  const [, href = ''] =
    /href="(\/achievements\/\w+)" *>?/.exec(shown.slice(shown.indexOf('Train others?'))) ?? [];
  expect((await fetch(`${laurel.url}${href}`)).status).toBe(200);

  await awarder.post(`/desk/issuers/${laurel.issuer}/achievements/workshop-trainer/end`);

  const after = await (await session.get(`/me/awards/${award}`)).text();
  expect(after).toContain('Train others?');
  expect(after).not.toContain(href);
});

test('a form that is wrong comes back as it was typed, without script another language too', async () => {
  const typed = { language_1: 'en', text_1: 'Kept as typed', url: '', leads_to: '' };
  const wrong = [
    { ...typed, url: 'https://evil.example/' },
    { ...typed, url: 'javascript:alert(1)' },
    { ...typed, url: EVENT, leads_to: 'event-organizer' },
    { ...typed, leads_to: WORKSHOP },
    { ...typed, leads_to: 'nothing-like-it' },
    { ...typed, language_1: 'xx-invalid-tag-tag' },
    { ...typed, language_2: 'en', text_2: 'Twice' },
    { ...typed, text_2: 'x'.repeat(301), language_2: 'ha' },
  ];
  for (const fields of wrong) {
    const answer = await admin.post(page, fields);
    expect([JSON.stringify(fields), answer.status]).toEqual([JSON.stringify(fields), 422]);
    expect(await answer.text()).toContain('Kept as typed');
  }
  expect((await admin.post(page, { ...typed, text_1: ' ' })).status).toBe(422);
  const more = await (await admin.post(page, { ...typed, add: 'yes' })).text();
  expect(more).toContain('name="text_2"');
  expect(more).toContain('Kept as typed');
});

test.each([
  [{ texts: {} }, '/texts'],
  [{ texts: { en: '' } }, '/texts/en'],
  [{ texts: { en: 'x' }, url: 'http://meta.wikimedia.org/' }, '/url'],
  [{ texts: { en: 'x' }, url: EVENT, leadsTo: 'event-organizer' }, '/url'],
  [{ texts: { en: 'x' }, leadsTo: 'nothing-like-it' }, '/leadsTo'],
  [{ texts: { en: 'x' }, more: 1 }, '/more'],
])('by the API %j is refused at %s', async (body, pointer) => {
  const answer = await callAs(laurel, admin, 'PUT', api, body);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ issues: [{ pointer }] });
});

test('admins alone set it; of a stranger’s achievement nothing is told', async () => {
  const awarder = await aMember(laurel, 'Awards of Jos', ['awarder']);
  expect((await awarder.get(page)).status).toBe(403);
  expect((await awarder.post(page, { language_1: 'en', text_1: 'x' })).status).toBe(403);
  expect((await callAs(laurel, awarder, 'PUT', api, { texts: { en: 'x' } })).status).toBe(403);
  const stranger = await anotherIssuer(laurel, 'uninvited-group', 'Member Uninvited');
  expect((await stranger.get(page)).status).toBe(404);
  expect((await callAs(laurel, stranger, 'GET', api)).status).toBe(404);
  expect((await callAs(laurel, stranger, 'DELETE', api)).status).toBe(404);
  expect((await admin.get(page.replace(WORKSHOP, 'nothing-like-it'))).status).toBe(404);
});

test('what is removed is shown no more, and can be removed again', async () => {
  await callAs(laurel, admin, 'PUT', api, { texts: { en: 'Soon gone' } });
  const { award, session } = await anAcceptedAward(laurel, 'Uninvited of Jos');
  expect(await (await session.get(`/me/awards/${award}`)).text()).toContain('Soon gone');

  expect((await admin.post(page, { remove: 'yes' })).headers.get('location')).toContain(
    'done=removed',
  );
  expect((await callAs(laurel, admin, 'DELETE', api)).status).toBe(204);

  expect(await (await session.get(`/me/awards/${award}`)).text()).not.toContain('Soon gone');
  expect((await callApi(laurel, 'GET', api)).status).toBe(404);
});
