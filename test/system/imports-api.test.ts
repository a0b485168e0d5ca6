import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';

let laurel: Laurel;

beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const Imported = z.strictObject({
  sheet: z.string(),
  people: z.number(),
  unnamed: z.number(),
  url: z.url(),
});

function post(
  way: string,
  body: unknown,
  { token = laurel.token, issuer = laurel.issuer, language = 'en' } = {},
): Promise<Response> {
  return fetch(`${laurel.url}/api/v1/issuers/${issuer}/imports/${way}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'accept-language': language,
    },
    body: JSON.stringify(body),
  });
}

async function sheetOf(answer: Response) {
  expect(answer.status).toBe(201);
  const imported = Imported.parse(await answer.json());
  expect(answer.headers.get('location')).toBe(imported.url);
  const sheet = await fetch(imported.url.replace(laurel.origin, laurel.url), {
    headers: { authorization: `Bearer ${laurel.token}` },
  });
  return { imported, sheet: await sheet.json() };
}

test('a program imports participants, by number or address, and is told who has no name', async () => {
  for (const event of [42, '42', `${laurel.standIn.url}/wiki/Special:EventDetails/42`]) {
    const { imported, sheet } = await sheetOf(await post('events', { event, who: 'participants' }));
    expect(imported).toMatchObject({ people: 43, unnamed: 2 });
    expect(sheet).toMatchObject({
      size: 43,
      label: 'Library Evening',
      source: { kind: 'campaign_event', eventId: 42, who: 'participants' },
      reading: { attendance: { rule: 'by_hand' } },
    });
  }
});

test('a program imports a course and a global group', async () => {
  const course = 'Invented_Library_Club/Reading_Aloud_(Spring)';
  const ofCourse = await sheetOf(await post('courses', { course }));
  expect(ofCourse.imported).toMatchObject({ people: 24, unnamed: 1 });
  expect(ofCourse.sheet).toMatchObject({ source: { kind: 'dashboard', course } });

  const ofGroup = await sheetOf(await post('groups', { group: 'invented-helpers' }));
  expect(ofGroup.imported).toMatchObject({ people: 62, unnamed: 0 });
  expect(ofGroup.sheet).toMatchObject({ columns: ['User name', 'Member until'] });
});

test.each([
  ['events', { event: 43, who: 'participants' }, 'event_is_test'],
  ['events', { event: 44, who: 'participants' }, 'event_called_off'],
  ['events', { event: 4_444, who: 'participants' }, 'event_unknown'],
  ['events', { event: 46, who: 'participants' }, 'import_empty'],
  ['events', { event: 47, who: 'participants' }, 'import_too_large'],
  ['courses', { course: 'No_Such/Course' }, 'course_unknown'],
  ['groups', { group: 'no-such-group' }, 'group_unknown'],
])('%s %j is the problem %s', async (way, body, reason) => {
  const answer = await post(way, body);

  expect(answer.status).toBe(422);
  await expectProblem(answer, { reason });
});

test.each([
  ['events', { event: 'Event:Library Evening', who: 'participants' }, '/event'],
  ['events', { event: 42, who: 'everybody' }, '/who'],
  ['events', { event: 42 }, '/who'],
  ['courses', { course: 'https://elsewhere.example/courses/A/B' }, '/course'],
  ['groups', { group: 'a|b' }, '/group'],
])('%s %j is refused at %s', async (way, body, issue) => {
  const answer = await post(way, body);

  expect(answer.status).toBe(422);
  await expectProblem(answer, { reason: 'request_invalid', issue });
});

test('a source that turns us away is a refusal that says when to come again', async () => {
  laurel.standIn.fail('events', { times: 1, status: 429, retryAfterSeconds: 42 });
  const event = await post('events', { event: 42, who: 'organizers' });
  laurel.standIn.fail('dashboard', { times: 1, status: 502 });
  const course = await post('courses', { course: 'A/B' });

  expect([event.status, event.headers.get('retry-after')]).toEqual([503, '42']);
  await expectProblem(event, { reason: 'wikimedia_unavailable' });
  expect([course.status, course.headers.get('retry-after')]).toEqual([503, '30']);
  await expectProblem(course, { reason: 'dashboard_unavailable' });
});

test('whoever may not award for the issuer imports nothing and calls nobody', async () => {
  const later = Math.floor(Date.now() / 1000) + 3_600;
  const reading = await laurel.stewardship.makeToken(
    laurel.issuer,
    accountIdOf('Wanjiru of the Archive'),
    ['awards:read'],
    later,
  );
  const session = await anotherIssuer(laurel, 'api-neighbours', 'Member Elsewhere');
  const foreign = await laurel.stewardship.makeToken(
    'api-neighbours',
    accountIdOf('Member Elsewhere'),
    ['awards:write'],
    later,
  );
  const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
  const called = laurel.standIn.requests.length;
  for (const way of ['events', 'courses', 'groups']) {
    await expectProblem(await post(way, {}, { token: 'none' }), { reason: 'token_unknown' });
    await expectProblem(await post(way, {}, { token: reading }), { reason: 'token_scope_missing' });
    const ours = await post(way, {}, { token: foreign });
    const none = await post(way, {}, { token: foreign, issuer: 'no-such-issuer' });
    expect([ours.status, none.status]).toEqual([403, 403]);
    await expectProblem(ours, { reason: 'token_foreign' });
    await expectProblem(none, { reason: 'token_foreign' });
    const path = (issuer: string) => `/api/v1/issuers/${issuer}/imports/${way}`;
    const stranger = await session.post(path(laurel.issuer));
    const nowhere = await session.post(path('no-such-issuer'));
    expect([stranger.status, nowhere.status]).toEqual([404, 404]);
    await expectProblem(stranger, { reason: 'desk_unknown' });
    await expectProblem(nowhere, { reason: 'desk_unknown' });
    await expectProblem(await reviewer.post(path(laurel.issuer)), { reason: 'grant_missing' });
    const crossed = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    await expectProblem(await session.post(path('api-neighbours'), {}, crossed), {
      reason: 'cross_site_request',
    });
    const got = await fetch(`${laurel.url}${path(laurel.issuer)}`);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  }
  expect(laurel.standIn.requests).toHaveLength(called);
});

test('the description of the API has each way to import', async () => {
  const description = await (await fetch(`${laurel.url}/api/v1/openapi.json`)).json();

  expect(description).toMatchObject({
    paths: {
      '/issuers/{slug}/imports/events': { post: {} },
      '/issuers/{slug}/imports/courses': { post: {} },
      '/issuers/{slug}/imports/groups': { post: {} },
    },
    components: { schemas: { EventImportRequest: {}, Imported: {} } },
  });
});
