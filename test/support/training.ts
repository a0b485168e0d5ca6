import { expect } from 'vitest';
import type { BrowserSession } from './browser-session.ts';
import { anAcceptedAward } from './holding.ts';
import type { Laurel } from './laurel.ts';

/** The training of the demonstration issuer that makes trainers, and what they may award. */
export const TRAINING = 'training-train-the-trainer';
export const WORKSHOP = 'training-workshop-participation';

/** Says what whoever completes the training may award. */
export async function letTrainersAward(
  laurel: Laurel,
  admin: BrowserSession,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const path = `/desk/issuers/${laurel.issuer}/achievements/${TRAINING}/trainers`;
  const typed = { may_award: WORKSHOP, months: '12', begins: 'accepted', ...fields };
  const set = await admin.post(path, typed);
  expect(set.headers.get('location')).toContain('done=set');
}

/** Somebody who completed the training and accepted it, with its award. */
export async function aTrained(
  laurel: Laurel,
  username: string,
): Promise<{ readonly award: string; readonly session: BrowserSession }> {
  return anAcceptedAward(laurel, username, { achievement: TRAINING });
}
