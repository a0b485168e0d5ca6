import { expect } from 'vitest';
import { anAwardRequest, award } from './awarding.ts';
import { type BrowserSession, browserSession, logIn } from './browser-session.ts';
import type { Laurel } from './laurel.ts';

/** An award that was offered, with the path of its claim. */
export async function anOffer(
  laurel: Laurel,
  username: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly award: string; readonly claim: string }> {
  const recipients = [{ username }];
  const report = await award(laurel, anAwardRequest({ consent: 'ask', recipients, ...change }));
  const [row] = report.recipients;
  if (row?.award === undefined || row.claim === undefined) {
    throw new Error(`nothing was offered: ${JSON.stringify(row)}`);
  }
  return { award: row.award, claim: new URL(row.claim).pathname };
}

/** The same, accepted by its account in a session of theirs. */
export async function anAcceptedAward(
  laurel: Laurel,
  username: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly award: string; readonly session: BrowserSession }> {
  const offer = await anOffer(laurel, username, change);
  const session = browserSession(laurel);
  await logIn(session, username, offer.claim);
  const accepted = await session.post(`${offer.claim}/accept`);
  expect(accepted.status).toBe(303);
  return { award: offer.award, session };
}

/** A credential that its holder made, its link still off. */
export async function aHeldCredential(
  laurel: Laurel,
  username: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly id: string; readonly award: string; readonly session: BrowserSession }> {
  const { award, session } = await anAcceptedAward(laurel, username);
  const id = await makeCredential(session, award, fields);
  return { id, award, session };
}

/** Fills in the form of an award's page and sends it; the id of the credential that was made. */
export async function makeCredential(
  session: BrowserSession,
  award: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const page = await (await session.get(`/me/awards/${award}`)).text();
  const before = credentialIdsIn(page);
  const made = await session.post(`/me/awards/${award}/credentials`, {
    ...hiddenFieldsIn(page),
    language: 'en',
    disclosure: 'account',
    ...fields,
  });
  if (made.status !== 303) throw new Error(`${made.status}: ${await made.text()}`);
  const after = await (await session.get(`/me/awards/${award}`)).text();
  const [id] = credentialIdsIn(after).filter((one) => !before.includes(one));
  if (id === undefined) throw new Error('no credential was made');
  return id;
}

export function credentialIdsIn(page: string): readonly string[] {
  return [...new Set([...page.matchAll(/\/me\/credentials\/(\w+)/g)].map(([, id]) => id ?? ''))];
}

export function hiddenFieldsIn(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name ?? '', value ?? ''],
    ),
  );
}
