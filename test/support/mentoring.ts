import { expect } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { settledBatch } from './awarding.ts';
import type { BrowserSession } from './browser-session.ts';
import { privateStore } from './desk-calls.ts';
import { hiddenFieldsIn, makeCredential } from './holding.ts';
import type { Laurel } from './laurel.ts';
import { aMember } from './members.ts';
import { contentOf } from './sheets.ts';
import { switchLink } from './showing.ts';
import { signedIn } from './stored-sessions.ts';

/** What somebody types to ask another to confirm mentoring; one change to it per test. */
export function anAsk(username: string, change: Readonly<Record<string, string>> = {}) {
  return {
    side: 'mentor',
    username,
    achievement: 'newcomer-support',
    start: '2026-02-01',
    end: '2026-06-30',
    language_1: 'ha',
    language_2: 'ar',
    language_3: '',
    themes: 'community-of-practice',
    topics: 'Writing about harbours\nPhotographs of boats',
    hoursBand: '10-25',
    ...change,
  };
}

/** Says that an issuer awards these for mentoring. */
export async function offerMentoring(
  laurel: Laurel,
  achievement = 'newcomer-support',
  issuer = laurel.issuer,
): Promise<void> {
  const admin = await aMember(laurel, 'Admin of the Group', ['admin'], issuer);
  const saved = await admin.post(`/desk/issuers/${issuer}/mentoring`, { achievement });
  if (saved.status !== 303) throw new Error(`${saved.status}: ${await saved.text()}`);
}

/** Fills in the form, compares the account, and sends: the last answer. */
export async function askBy(
  session: BrowserSession,
  issuer: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const path = `/me/mentoring/ask/${issuer}`;
  const checked = await session.post(path, fields);
  if (checked.status !== 200) return checked;
  const kept = hiddenFieldsIn(await checked.text());
  return session.post(path, { ...kept, ...fields, act: 'send' });
}

/** The same, which has to succeed; the id of the mentorship. */
export async function asked(
  laurel: Laurel,
  session: BrowserSession,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const before = await mentorshipsIn(laurel);
  const sent = await askBy(session, laurel.issuer, fields);
  if (sent.status !== 303) throw new Error(`${sent.status}: ${contentOf(await sent.text())}`);
  const [id] = (await mentorshipsIn(laurel)).filter((one) => !before.includes(one));
  if (id === undefined) throw new Error('nobody was asked');
  return id;
}

/** One of the two asks, and the other confirms; the id of the mentorship. */
export async function aMentorship(
  laurel: Laurel,
  {
    mentor,
    mentee,
    menteeName,
  }: Readonly<{
    mentor: BrowserSession;
    mentee: BrowserSession;
    menteeName: string;
  }>,
  change: Readonly<Record<string, string>> = {},
): Promise<string> {
  const id = await asked(laurel, mentor, anAsk(menteeName, change));
  const confirmed = await mentee.post(`/me/mentoring/${id}/confirm`, {});
  if (confirmed.status !== 303) throw new Error(`${confirmed.status}`);
  return id;
}

/** Has a reviewer award a mentorship, and waits until it is offered. */
export async function awardBy(
  laurel: Laurel,
  reviewer: BrowserSession,
  id: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const path = `/desk/issuers/${laurel.issuer}/mentorships/${id}/award`;
  const answer = await reviewer.post(path, { language: 'en', ...fields });
  if (answer.status !== 303) throw new Error(`${answer.status}`);
  await settledBatch(
    laurel,
    /batches\/(\w+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '',
  );
}

/** Accepts the newest award of a mentor and makes a credential of it, its link on; the credential's id. */
export async function acceptedBy(
  laurel: Laurel,
  mentor: BrowserSession,
  username: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly id: string; readonly award: string }> {
  const award = (await awardsOf(laurel, username)).at(-1);
  if (award === undefined) throw new Error('nothing was awarded');
  expect((await mentor.post(`/claim/${award.claim_code}/accept`)).status).toBe(303);
  const id = await makeCredential(mentor, award.id, fields);
  await switchLink(mentor, id, 'on');
  return { id, award: award.id };
}

/** A credential of mentoring, from the question to its link. */
export async function aMentorsCredential(laurel: Laurel) {
  await offerMentoring(laurel);
  const [mentorName, menteeName] = ['Nkechi of Enugu', 'Dafydd of Aberaeron'];
  const mentor = await signedIn(laurel, mentorName);
  const mentee = await signedIn(laurel, menteeName);
  const mentorship = await aMentorship(laurel, { mentor, mentee, menteeName });
  await awardBy(laurel, await aMember(laurel, 'Reviewer of Enugu', ['reviewer']), mentorship);
  const made = await acceptedBy(laurel, mentor, mentorName);
  return { ...made, mentor, mentorName, menteeName };
}

async function mentorshipsIn(laurel: Laurel): Promise<readonly string[]> {
  const { results } = await (await privateStore(laurel))
    .prepare('select id from mentorships')
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** A mentorship as it is kept; null where it is not any more. */
export async function storedMentorship(laurel: Laurel, id: string) {
  return (await privateStore(laurel))
    .prepare('select * from mentorships where id = ?')
    .bind(id)
    .first();
}

/** Lets so many days pass for every mentorship that is there: its moments lie further back. */
export async function passDays(laurel: Laurel, days: number): Promise<void> {
  await (await privateStore(laurel))
    .prepare(
      `update mentorships set asked_at_seconds = asked_at_seconds - ?1,
        lapses_at_seconds = lapses_at_seconds - ?1, answered_at_seconds = answered_at_seconds - ?1,
        confirmed_at_seconds = confirmed_at_seconds - ?1, decided_at_seconds = decided_at_seconds - ?1`,
    )
    .bind(days * 86_400)
    .run();
}

type StoredAward = {
  readonly id: string;
  readonly state: string;
  readonly claim_code: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly mentoring: string;
};

/** What awards an account has, as they are kept, the newest last. */
export async function awardsOf(laurel: Laurel, username: string): Promise<readonly StoredAward[]> {
  const { results } = await (await privateStore(laurel))
    .prepare('select * from awards where account_id = ? order by offered_at_seconds, rowid')
    .bind(accountIdOf(username))
    .all<StoredAward>();
  return results;
}
