import { expect } from 'vitest';
import { STEWARD } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from './browser-session.ts';
import type { Laurel } from './laurel.ts';
import { signedIn } from './stored-sessions.ts';

const PROOF = 'https://meta.wikimedia.org/w/index.php?title=Wikimedians_of_Lagos&oldid=29000001';

/** A good form of `/desk/apply`, with one change to it per test. */
export function anApplication(change: Readonly<Record<string, string>> = {}) {
  return {
    language_1: 'en',
    name_1: 'Archivists of Lagos',
    description_1: 'A team that runs archive days in Lagos.',
    language_2: 'yo',
    name_2: 'Àwọn Olùtọ́jú Ìwé Ìpamọ́ ti Èkó',
    description_2: '',
    slug: 'archivists-of-lagos',
    proof: PROOF,
    contact1: 'Adébáyọ̀ of Èkó',
    contact2: 'User:Ngozi of Ikeja',
    ...change,
  };
}

/** The same for the API. */
export function anApplicationRequest(change: Readonly<Record<string, unknown>> = {}) {
  return {
    slug: 'archivists-of-kano',
    names: { ha: 'Masu adana tarihi na Kano', en: 'Archivists of Kano' },
    descriptions: { en: 'A team that runs archive days in Kano.' },
    proof: PROOF,
    contacts: ['Bala of Kano', 'Zainab of Kano'],
    ...change,
  };
}

/** Applies by the page; the path of the application. */
export async function applied(
  applicant: BrowserSession,
  change: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await applicant.post('/desk/apply', anApplication(change));
  if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`);
  const path = answer.headers.get('location') ?? '';
  expect(path).toMatch(/^\/desk\/applications\/\w{17}$/);
  return path;
}

/** Where stewards decide on the application of this path. */
export function reviewOf(path: string): string {
  return path.replace('/desk/applications/', '/desk/stewards/applications/');
}

export function aSteward(laurel: Laurel): Promise<BrowserSession> {
  return signedIn(laurel, STEWARD);
}

/** Calls the API as a page of ours does, by the session of a browser. */
export function callApi(
  laurel: Laurel,
  session: BrowserSession | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const cookie = [...(session?.cookies ?? [])]
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return fetch(`${laurel.url}/api/v1${path}`, {
    method,
    headers: {
      ...(cookie === '' ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
