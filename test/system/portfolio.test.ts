import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../services/verifier/src/app.ts';
import { publicDatabases } from '../../services/verifier/src/record/database.ts';
import { findCollection } from '../../services/verifier/src/record/visible-collection.ts';
import { browserSession } from '../support/browser-session.ts';
import { aHeldCredential, anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { NO_COUNTERS } from '../support/no-counters.ts';
import { aCollection, switchLink } from '../support/showing.ts';
import { watched } from '../support/watched-database.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

test('the portfolio tells its holder alone how all stands and who can see what right now', async () => {
  const { id, award, session } = await aHeldCredential(laurel, 'Yaa of Kumasi');
  const before = await (await session.get('/me/portfolio')).text();
  expect(before).toContain('Nobody can open its page now.');

  await switchLink(session, id, 'on');
  await aCollection(session, [id], { title: 'For a partner' });
  await session.post('/me/feed', { credential: id });
  await makeCredential(session, award, { disclosure: 'none' });
  const page = await (await session.get('/me/portfolio')).text();
  for (const said of [
    'Whoever has its address can open it now.',
    'For a partner',
    'Whoever knows your user name can find it',
    'Nobody can open its page now.',
    'action="/me/hide"',
  ]) {
    expect(page).toContain(said);
  }
  const answer = await browserSession(laurel).get('/me/portfolio');
  expect(answer.status).toBe(401);
  const { headers } = await session.get('/me/portfolio');
  expect(headers.get('cache-control')).toBe('private, no-store');
});

test('the journey is by kind and time in the reader’s language, and counts nothing', async () => {
  const { session } = await anAcceptedAward(laurel, 'Kwame of Tamale');
  const page = await (await session.get('/me/portfolio/journey?uselang=ar')).text();
  expect(page).toContain('التدريبات');
  expect(page).not.toContain('الأدوار');
  expect(page).toContain('<ol');
});

/** The statements that looking a collection up takes, and what strangers get. */
async function looked(id: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
  const { watching, asked } = watched(store);
  const found = await findCollection(publicDatabases({ PUBLIC: watching }), laurel.origin, id);
  const app = createApp(() => Math.floor(Date.now() / 1000));
  const answer = await app.request(
    `/collections/${encodeURIComponent(id)}`,
    {},
    { PUBLIC: store, LAUREL_ORIGIN: laurel.origin, COUNTERS: NO_COUNTERS },
  );
  const body = (await answer.text()).replaceAll(encodeURIComponent(id), '{id}');
  return { isFound: found !== null, asked, status: answer.status, body };
}

test('a hidden, an empty, an unknown and a malformed collection are looked up by the same statements in one round trip', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Esi of Ho');
  const shown = await aCollection(session, [id]);
  const visible = await looked(shown);
  expect(visible.isFound).toBe(true);
  expect(visible.asked.filter((one) => one === 'batch')).toHaveLength(1);

  await session.post(`/me/collections/${shown}/link`, { link: 'off' });
  const hidden = await looked(shown);
  expect(hidden).toMatchObject({ isFound: false, status: 404, asked: visible.asked });
  await session.post(`/me/collections/${shown}/link`, { link: 'on' });
  await switchLink(session, id, 'off');
  expect(await looked(shown)).toEqual(hidden);
  for (const never of ['x'.repeat(17), "' or 1 --", 'x'.repeat(5_000), '☃']) {
    expect(await looked(never)).toEqual(hidden);
  }
});
