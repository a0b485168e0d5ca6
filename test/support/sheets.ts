import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import type { BrowserSession } from './browser-session.ts';
import type { Laurel } from './laurel.ts';

/** A page without its styles and script, so that a failing test is read. */
export function contentOf(page: string): string {
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'));
}

/** Gives a list at the desk of the demonstration issuer; the path of its people. */
export async function giveList(
  laurel: Laurel,
  session: BrowserSession,
  list: string,
): Promise<string> {
  const answer = await session.post(`/desk/issuers/${laurel.issuer}/sheets`, {
    list,
    label: 'Archive day',
  });
  expect(answer.status).toBe(303);
  return (answer.headers.get('location') ?? '').replace(/\/reading$/, '');
}

/** A page of a list or of a batch once nothing on it is waited for. */
export async function settled(session: BrowserSession, path: string): Promise<string> {
  for (;;) {
    const page = await (await session.get(path)).text();
    if (!page.includes('<progress')) return contentOf(page);
    await setTimeout(50);
  }
}

/** Sets the terms of a list and awards it; the path of the batch. */
export async function awardList(
  session: BrowserSession,
  path: string,
  terms: Readonly<Record<string, string>> = {},
): Promise<string> {
  const set = await session.post(`${path}/terms`, {
    achievement: 'training-workshop-participation',
    language: 'en',
    start: '2026-11-14',
    end: '2026-11-15',
    hours: '2',
    evidence: 'organizer-attendance-list',
    consent: 'ask',
    disclosure: 'account',
    label: 'Archive day',
    ...terms,
  });
  expect(set.status).toBe(303);
  const awarded = await session.post(`${path}/award`, { declared: 'yes' });
  expect(awarded.status).toBe(303);
  return awarded.headers.get('location') ?? '';
}
