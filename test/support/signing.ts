import { expect } from 'vitest';
import * as z from 'zod';
import type { BrowserSession } from './browser-session.ts';
import type { Laurel } from './laurel.ts';
import { aMember, anotherIssuer } from './members.ts';
import { tokenOf } from './stored-sessions.ts';

/** How somebody wants to be named, by language: a name, and an office if there is one. */
export type Texts = Readonly<Record<string, readonly [name: string, office?: string]>>;

const Listed = z.object({
  signatories: z.array(
    z.strictObject({
      signatory: z.string(),
      names: z.record(z.string(), z.string()),
      offices: z.record(z.string(), z.string()),
      signs: z.boolean(),
      own: z.boolean(),
    }),
  ),
});

export function signatoriesPath(issuer: string, rest = ''): string {
  return `/desk/issuers/${issuer}/signatories${rest}`;
}

/** Sends the form of a member who offers to sign. */
export function sendOffer(
  session: BrowserSession,
  issuer: string,
  texts: Texts,
  more: Readonly<Record<string, string>> = { agree: 'yes' },
): Promise<Response> {
  const rows = Object.entries(texts).flatMap(([language, [name, office = '']], at) => [
    [`language_${at + 1}`, language],
    [`name_${at + 1}`, name],
    [`office_${at + 1}`, office],
  ]);
  return session.post(signatoriesPath(issuer, '/own'), {
    ...Object.fromEntries(rows),
    ...more,
  });
}

/** A call of the API by somebody who is signed in, as a page of ours would send it. */
export function callSignedIn(
  laurel: Laurel,
  session: BrowserSession,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  return fetch(`${laurel.url}/api/v1${path}`, {
    method,
    headers: {
      cookie: `laurel-session=${tokenOf(session)}`,
      origin: laurel.origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** What the API tells a member of who signs. */
async function signatoriesSeenBy(laurel: Laurel, session: BrowserSession, issuer: string) {
  const answer = await callSignedIn(laurel, session, 'GET', `/issuers/${issuer}/signatories`);
  expect(answer.status).toBe(200);
  return Listed.parse(await answer.json()).signatories;
}

/** The id of one’s own offer. */
export async function ownSignatory(
  laurel: Laurel,
  session: BrowserSession,
  issuer: string,
): Promise<string> {
  const listed = await signatoriesSeenBy(laurel, session, issuer);
  const own = listed.find((one) => one.own);
  if (own === undefined) throw new Error('nothing was offered');
  return own.signatory;
}

/** A member offers to sign, and an admin puts them on; the id of what was put on. */
export async function signs(
  laurel: Laurel,
  { member, admin, issuer }: Record<'member' | 'admin', BrowserSession> & { issuer: string },
  texts: Texts,
): Promise<string> {
  expect((await sendOffer(member, issuer, texts)).status).toBe(303);
  const id = await ownSignatory(laurel, member, issuer);
  const put = await admin.post(signatoriesPath(issuer, `/${id}/accept`));
  expect(put.headers.get('location')).toContain('done=on');
  return id;
}

/** The first name of each whom a member sees there, and whether they sign. */
export async function namesSeenBy(laurel: Laurel, session: BrowserSession, issuer: string) {
  const listed = await signatoriesSeenBy(laurel, session, issuer);
  return listed.map((one) => [Object.values(one.names)[0], one.signs]);
}

/** An issuer of its own with its admin, and what people do there. */
export async function aSigningGroup(laurel: Laurel, issuer: string) {
  const admin = await anotherIssuer(laurel, issuer, `Admin of ${issuer}`);
  const member = (username: string) => aMember(laurel, username, ['awarder'], issuer);
  const post = (session: BrowserSession, rest: string) =>
    session.post(signatoriesPath(issuer, rest));
  return { issuer, admin, member, post };
}
