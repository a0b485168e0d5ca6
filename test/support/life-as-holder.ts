import { expect } from 'vitest';
import { aSteward } from './applying.ts';
import { type BrowserSession, browserSession } from './browser-session.ts';
import { anEndorsement, aShownCredential, asked as askedOf } from './endorsing.ts';
import { anAcceptedAward, anOffer, makeCredential } from './holding.ts';
import type { Laurel } from './laurel.ts';
import { declare, wishedBy } from './naming.ts';
import { makeRecord } from './recording.ts';
import { aCollection, switchLink } from './showing.ts';
import { signedIn } from './stored-sessions.ts';
import { offerToWallet } from './wallet.ts';

/** What a holder may leave behind, in words that are told from all others. */
export const OWN_WORDS = {
  declared: 'Lanre Adéyẹmí-Olú',
  wished: 'Lanre Ọlátúndé-Olú',
  note: 'For the library on the hill',
  title: 'My winters at the archive',
  words: 'Ask me about glass plates.',
  record: 'All that I learned by the lagoon',
  thanks: 'The lagoon was calmer with you',
  reported: 'The harbour is named in it',
  handedOver: 'The ledger of the lagoon',
  said: 'The lanterns were always lit before we came',
  endorsed: 'The boats were counted twice by somebody so young',
} as const;

const DAY_MS = 86_400_000;

/** Somebody who made credentials of every kind, and arranged them in every way that there is. */
export async function liveAsHolder(laurel: Laurel, username: string): Promise<BrowserSession> {
  const { award, session } = await anAcceptedAward(laurel, username);
  await declare(session, { en: OWN_WORDS.declared });
  const shown = await makeCredential(session, award, { note: OWN_WORDS.note });
  const named = await makeCredential(session, award, { disclosure: 'name', writing: 'en' });
  const nameless = await makeCredential(session, award, { disclosure: 'none' });
  for (const id of [shown, named]) await switchLink(session, id, 'on');
  await session.post('/me/feed', { credential: shown });
  await aCollection(session, [shown, named], OWN_WORDS);
  await makeRecord(session, [nameless], { title: OWN_WORDS.record });
  const rotated = await session.post(`/me/credentials/${named}/rotate`, { copies: 'stays' });
  expect(rotated.status).toBe(303);
  expect((await session.post('/me/hide')).status).toBe(303);
  const listed = await makeCredential(session, award);
  await switchLink(session, listed, 'on');
  await session.post('/me/feed', { credential: listed });
  await offerToWallet(session, listed);
  await confirm(laurel, session, listed);
  await sayOfOneAnother(laurel, { session, award, id: listed }, username);
  await wishedBy(session, await aSteward(laurel), { en: OWN_WORDS.wished });
  await session.post(`/me/awards/${award}/thanks`, { words: OWN_WORDS.thanks });
  await serveAs(laurel, username);
  const open = { period: { start: '2026-01-03', end: '2026-01-04' } };
  const { claim } = await anOffer(laurel, username, open);
  await session.post(`${claim}/report`, { reason: 'unsafe', words: OWN_WORDS.reported });
  expect((await session.post(`${claim}/mute`)).status).toBe(303);
  return session;
}

/** Has something said of them, says something of somebody else, and does not want to be asked again; nor do others. */
async function sayOfOneAnother(
  laurel: Laurel,
  holder: Parameters<typeof anEndorsement>[1],
  username: string,
): Promise<void> {
  const said = { disclosure: 'none', story: OWN_WORDS.said };
  await anEndorsement(laurel, holder, 'Neighbour of Epe', said);
  const neighbour = await aShownCredential(laurel, 'Neighbour of Epe');
  const { id, endorser } = await anEndorsement(laurel, neighbour, username, {
    story: OWN_WORDS.endorsed,
  });
  await endorser.post(`/me/endorsing/${id}/mute`);
  const asked = await askedOf(laurel, holder, 'Silent of Epe');
  const silent = await signedIn(laurel, 'Silent of Epe');
  await silent.post(`/me/endorsing/${asked}/mute`);
}

/** Tells a partner who asks that a credential is theirs. */
async function confirm(laurel: Laurel, holder: BrowserSession, id: string): Promise<void> {
  const partner = browserSession(laurel);
  await partner.post(`/confirm/${id}`, { asked_by: 'Radio Sokoto' });
  const asked = await (await partner.get(`/confirm/${id}`)).text();
  const [, code = ''] = /<strong>(\d{3} \d{3})<\/strong>/.exec(asked) ?? [];
  const page = await (await holder.post('/me/confirm', { code })).text();
  const [, question = ''] = /action="\/me\/confirm\/(\w+)/.exec(page) ?? [];
  expect((await holder.post(`/me/confirm/${question}`)).status).toBe(303);
}

/** Has a role, hands it over, and is reminded of its end. */
async function serveAs(laurel: Laurel, username: string): Promise<void> {
  const start = new Date(Date.now() - 300 * DAY_MS).toISOString().slice(0, 10);
  const end = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);
  const role = { achievement: 'role-mentor', hours: undefined, evidence: [] };
  const { award, session } = await anAcceptedAward(laurel, username, {
    ...role,
    period: { start, end },
  });
  await session.post(`/me/awards/${award}/hand-over`);
  await session.post(`/me/awards/${award}/hand-over/items`, { text: OWN_WORDS.handedOver });
  expect((await session.post('/me/calendar')).status).toBe(200);
  const desk = await laurel.runtime.miniflare.getWorker('laurel-desk');
  await desk.scheduled({ cron: '17 * * * *', scheduledTime: new Date() });
}
