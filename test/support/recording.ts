import { type BrowserSession, browserSession, logIn } from './browser-session.ts';
import { anOffer, hiddenFieldsIn, makeCredential } from './holding.ts';
import type { Laurel } from './laurel.ts';

/** Somebody who holds a credential of each of these awards. */
export type Holder = {
  readonly session: BrowserSession;
  readonly awards: readonly string[];
  readonly credentials: readonly string[];
};

/** An account that accepted an award of each achievement, and made a credential of each. */
export async function aHolder(
  laurel: Laurel,
  username: string,
  made: readonly Readonly<Record<string, string>>[] = [{}, {}],
): Promise<Holder> {
  const session = browserSession(laurel);
  const [awards, credentials]: [string[], string[]] = [[], []];
  for (const [at, { achievement, ...fields }] of made.entries()) {
    const change = achievement === undefined ? { period: dayNumber(at) } : { achievement };
    const offer = await anOffer(laurel, username, change);
    if (at === 0) await logIn(session, username, offer.claim);
    await session.post(`${offer.claim}/accept`);
    awards.push(offer.award);
    credentials.push(await makeCredential(session, offer.award, fields));
  }
  return { session, awards, credentials };
}

/** Another day for each, as nobody is awarded the same for the same days twice. */
function dayNumber(at: number) {
  const day = `2026-10-${String(at + 1).padStart(2, '0')}`;
  return { start: day, end: day };
}

/** Fills in the form for a record and sends it. */
export async function sendRecord(
  session: BrowserSession,
  chosen: readonly string[],
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const page = await (await session.get('/me/record')).text();
  const typed = {
    ...hiddenFieldsIn(page),
    title: 'What I learned',
    language: 'en',
    aware: 'yes',
    ...fields,
  };
  return session.post('/me/record', [
    ...Object.entries(typed),
    ...chosen.map((id) => ['credential', id] as const),
  ]);
}

/** The id of the record that was made. */
export async function makeRecord(
  session: BrowserSession,
  chosen: readonly string[],
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const made = await sendRecord(session, chosen, fields);
  const id = /#record-(\w+)/.exec(made.headers.get('location') ?? '')?.[1];
  if (id === undefined) throw new Error(`${made.status}: ${await made.text()}`);
  return id;
}
