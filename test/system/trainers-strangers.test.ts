import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { apiRoutes } from '../../services/desk/src/api/routes.ts';
import { deskRoutes } from '../../services/desk/src/desk-routes.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callAs } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { giveList } from '../support/sheets.ts';
import { makeSheet } from '../support/slips.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { aTrained, letTrainersAward } from '../support/training.ts';

let laurel: Laurel;
let trainer: BrowserSession;
let trainersAward: string;
let stranger: BrowserSession;
/** Things of other members of the same issuer, by the word in front of their id in an address. */
let things: Readonly<Record<string, string>>;
beforeAll(async () => {
  laurel = await startLaurel();
  const admin = await aMember(laurel, 'Admin of Abuja', ['admin', 'awarder']);
  await letTrainersAward(laurel, admin);
  const trained = await aTrained(laurel, 'Trainer of Tudun');
  trainer = trained.session;
  trainersAward = trained.award;
  stranger = await signedIn(laurel, 'Stranger at the Door');
  const report = await award(laurel, anAwardRequest());
  things = {
    batches: report.batch,
    awards: report.recipients[0]?.award ?? '',
    sheets: idOf(await giveList(laurel, admin, 'Ọlá of Ìbàdàn')),
    slips: idOf(await makeSheet(laurel, admin)),
    trainers: trainersAward,
  };
});
afterAll(() => laurel.stop());

const idOf = (path: string) => path.split('/').at(-1)?.split('?')[0] ?? '';

type Route = { readonly path: string; readonly method: string };

/** An address of a route, about things of others. */
function addressOf({ path }: Route): string {
  return path
    .replace(':slug', laurel.issuer)
    .replaceAll(
      /\/(\w+)\/:(\w+)(\{[^}]*\})?/g,
      (_, word: string) => `/${word}/${things[word] ?? 'one'}`,
    )
    .replaceAll(/:\w+(\{[^}]*\})?/g, 'one');
}

/** What a trainer may do, as it is about nobody else’s. Everything else is answered as to a stranger. */
const THEIR_PAGES = [
  'GET /issuers/:slug',
  'GET /issuers/:slug/',
  'GET /issuers/:slug/sheets',
  'POST /issuers/:slug/sheets',
  'GET /issuers/:slug/slips',
  'POST /issuers/:slug/slips',
  'GET /issuers/:slug/imports',
  'POST /issuers/:slug/imports/events',
  'POST /issuers/:slug/imports/courses',
  'POST /issuers/:slug/imports/groups',
  'GET /issuers/:slug/batches',
];

/** Which are there, and are no trainer’s: as everybody’s thing is who is a member. */
const REFUSED_AS_MEMBERS = /\/batches\/(?:revocations|:id\/revocations)/;

const pages: readonly Route[] = deskRoutes.routes
  .filter(({ path, method }) => path.startsWith('/issuers/:slug') && /^(?:GET|POST)$/.test(method))
  .map(({ path, method }) => ({ path, method }));

test.each(pages.filter(({ path, method }) => !THEIR_PAGES.includes(`${method} ${path}`)))(
  '$method /desk$path shows a trainer nothing of others',
  async (route) => {
    const address = `/desk${addressOf(route)}`;
    const call = (who: BrowserSession) =>
      route.method === 'GET' ? who.get(address) : who.post(address);
    const answer = await call(trainer);

    const refused = REFUSED_AS_MEMBERS.test(route.path) ? [403, 404] : [404];
    expect(refused).toContain(answer.status);
    expect((await call(stranger)).status).toBe(404);
    expect(await answer.text()).not.toContain('Ìbàdàn');
  },
);

test.each(pages.filter(({ path, method }) => THEIR_PAGES.includes(`${method} ${path}`)))(
  '$method /desk$path is a trainer’s too, and names nobody else’s',
  async (route) => {
    const address = `/desk${addressOf(route)}`;
    const answer = await (route.method === 'GET' ? trainer.get(address) : trainer.post(address));

    expect([200, 422]).toContain(answer.status);
    const page = await answer.text();
    for (const id of Object.values(things)) expect(page).not.toContain(id);
    expect(page).not.toMatch(
      /href="[^"]*\/(?:members|awards|nominations|figures|tokens|audit|thanks)"/,
    );
  },
);

const THEIR_CALLS = [
  'POST /issuers/:slug/awards',
  'GET /issuers/:slug/sheets',
  'POST /issuers/:slug/sheets',
  'GET /issuers/:slug/slips',
  'POST /issuers/:slug/slips',
  'GET /issuers/:slug/batches',
  'POST /issuers/:slug/imports/events',
  'POST /issuers/:slug/imports/courses',
  'POST /issuers/:slug/imports/groups',
];

const calls: readonly Route[] = apiRoutes.routes.filter(
  ({ method, path }) =>
    method !== 'ALL' &&
    (path.includes('/:slug') || /^\/(?:batches|awards|sheets|slips)\/:id/.test(path)),
);

test.each(calls.filter(({ path, method }) => !THEIR_CALLS.includes(`${method} ${path}`)))(
  '$method /api/v1$path answers a trainer like a stranger about what is others’',
  async (route) => {
    const seen = async (who: BrowserSession) => {
      const answer = await callAs(
        laurel,
        who,
        route.method,
        addressOf(route),
        route.method === 'GET' ? undefined : {},
      );
      return { status: answer.status, text: await answer.text() };
    };
    const answer = await seen(trainer);

    const isOfList = route.path.endsWith('/sheets/:id/award');
    expect([404, ...(isOfList ? [422] : [])]).toContain(answer.status);
    if (!isOfList) expect(answer).toEqual(await seen(stranger));
  },
);

test('what a trainer lists by the API is their own alone', async () => {
  const Lists = z.object({ total: z.literal(0) });
  for (const part of ['sheets', 'slips', 'batches']) {
    const path = `/issuers/${laurel.issuer}/${part}`;
    Lists.parse(await (await callAs(laurel, trainer, 'GET', path)).json());
  }
});

test('a list of somebody else is not awarded by a trainer, though they know its address', async () => {
  const path = `/issuers/${laurel.issuer}/sheets/${things.sheets}/award`;
  const answer = await callAs(laurel, trainer, 'POST', path, {});
  expect(answer.status).toBe(404);
});

test('a trainer makes no token', async () => {
  const path = `/issuers/${laurel.issuer}/tokens`;
  const body = { name: 'Mine', scopes: ['awards:write'], days: 30 };
  expect((await callAs(laurel, trainer, 'POST', path, body)).status).toBe(404);
});

test('a reviewer who is a trainer too awards by lists what the training reaches, and sees no other list', async () => {
  const both = await aMember(laurel, 'Trainer of Tudun', ['reviewer']);
  const desk = `/desk/issuers/${laurel.issuer}`;
  expect((await both.get(`${desk}/sheets/${things.sheets}`)).status).toBe(404);
  expect((await both.get(`${desk}/slips/${things.slips}`)).status).toBe(404);
  expect((await both.get(`${desk}/batches/${things.batches}`)).status).toBe(200);
  expect((await both.get(`${desk}/batches/${things.batches}/share`)).status).toBe(404);
  expect((await both.post(`${desk}/batches/${things.batches}/failed-rows`)).status).toBe(404);
  expect((await both.get(`${desk}/sheets`)).status).toBe(200);
  expect((await both.get(`${desk}/nominations`)).status).toBe(200);
});
