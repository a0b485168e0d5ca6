import { expect } from 'vitest';
import { type BrowserSession, browserSession, logIn } from './browser-session.ts';
import { privateStore } from './desk-calls.ts';
import { anOffer } from './holding.ts';
import type { Laurel } from './laurel.ts';

/** An offer with its path, and whom it was made to, signed in. */
export async function anOfferToHolder(
  laurel: Laurel,
  username: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<{
  readonly award: string;
  readonly claim: string;
  readonly session: BrowserSession;
}> {
  const offer = await anOffer(laurel, username, change);
  const session = browserSession(laurel);
  await logIn(session, username, offer.claim);
  return { ...offer, session };
}

/** Lets so many days pass for every award that is there: its moments lie further back. */
export async function passOfferDays(laurel: Laurel, days: number): Promise<void> {
  const store = await privateStore(laurel);
  await store
    .prepare(
      `update awards set offered_at_seconds = offered_at_seconds - ?1,
        lapses_at_seconds = lapses_at_seconds - ?1, decided_at_seconds = decided_at_seconds - ?1,
        held_back_until_seconds = max(0, held_back_until_seconds - ?1)`,
    )
    .bind(days * 86_400)
    .run();
}

/** What the desk does each minute. */
export async function tick(laurel: Laurel): Promise<void> {
  const desk = await laurel.runtime.miniflare.getWorker('laurel-desk');
  const { outcome } = await desk.scheduled({ cron: '* * * * *', scheduledTime: new Date() });
  expect(outcome).toBe('ok');
}
