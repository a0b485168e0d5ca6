import { checkDigitOf } from '@laurel/core/slip-code';
import { expect } from 'vitest';
import * as z from 'zod';
import type { BrowserSession } from './browser-session.ts';
import type { Laurel } from './laurel.ts';
import { signedIn } from './stored-sessions.ts';

const Sheet = z.object({
  tally: z.record(z.string(), z.number()),
  ended: z.boolean(),
  slips: z.array(z.object({ number: z.number(), code: z.string(), state: z.string() })),
});

/** A call of the API with a token that awards. */
export function callSlips(
  laurel: Laurel,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  return fetch(`${laurel.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${laurel.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The fields of the form that makes slips. */
export function slipFields(change: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    label: 'Archive day in Łódź',
    size: '12',
    achievement: 'training-workshop-participation',
    language: 'en',
    start: '2026-11-14',
    end: '2026-11-15',
    hours: '2,5',
    evidence: 'organizer-attendance-list',
    disclosure: 'account',
    ...change,
  };
}

/** Makes a sheet by its page; the path of it at the desk. */
export async function makeSheet(
  laurel: Laurel,
  organizer: BrowserSession,
  change: Readonly<Record<string, string>> = {},
): Promise<string> {
  const made = await organizer.post(`/desk/issuers/${laurel.issuer}/slips`, slipFields(change));
  if (made.status !== 303) throw new Error(`${made.status}: ${await made.text()}`);
  return made.headers.get('location') ?? '';
}

/** What the API tells of a sheet at the desk: the codes of its slips, by their numbers from 1. */
export async function sheetAt(laurel: Laurel, path: string) {
  const answer = await callSlips(laurel, 'GET', `/slips/${path.split('/').at(-1)}`);
  expect(answer.status).toBe(200);
  const sheet = Sheet.parse(await answer.json());
  return { ...sheet, codes: sheet.slips.map(({ code }) => code) };
}

/** Somebody who is signed in and has shown the slip of this code. */
export async function showSlip(
  laurel: Laurel,
  username: string,
  code: string,
): Promise<BrowserSession> {
  const session = await signedIn(laurel, username);
  const shown = await session.post(`/claim/${code}`);
  if (shown.status !== 303) throw new Error(`${shown.status}: ${await shown.text()}`);
  return session;
}

/** A page as it is shown to somebody. */
export async function textOf(session: BrowserSession, path: string): Promise<string> {
  const answer = await session.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** A code that checks and that no sheet has, but once in a hundred million runs. */
export function inventedCode(at: number): string {
  const digits = `00000000${String(at).padStart(4, '0')}`;
  return digits + checkDigitOf(digits);
}

/** The rows of a sheet's slips that hold somebody's account. */
export async function accountsOfSlips(laurel: Laurel, sheet: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const { results } = await store
    .prepare('select account_id from slips where sheet_id = ? and account_id is not null')
    .bind(sheet.split('/').at(-1))
    .all();
  return results;
}
