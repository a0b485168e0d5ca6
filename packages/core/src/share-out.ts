import { type Day, secondsAt } from './day.ts';

/** That whoever is recognised shares what they learned, until a day, and what recognises that. */
export type ShareOut = {
  readonly until: Day;
  /** The slug of another achievement of the issuer. */
  readonly achievement: string;
};

/** `open` until its holder gives a link, `given` until a reviewer answers, then `done`, or `open` again. */
export const SHARE_OUT_STATES = ['open', 'given', 'done'] as const;
export type ShareOutState = (typeof SHARE_OUT_STATES)[number];

/** So many days before, its holder is reminded, once each. */
export const SHARE_OUT_REMINDERS = [30, 7] as const;

const SECONDS_PER_DAY = 86_400;

/**
 * The reminder that is due, in days before the day; null where none is, or its holder has put it away. After
 * the day nobody is reminded: late is no fault.
 */
export function dueReminder(
  until: Day,
  putAwayDays: number | null,
  nowSeconds: number,
): (typeof SHARE_OUT_REMINDERS)[number] | null {
  const endSeconds = secondsAt(until) + SECONDS_PER_DAY;
  if (nowSeconds >= endSeconds) return null;
  const due = SHARE_OUT_REMINDERS.filter(
    (days) => nowSeconds >= endSeconds - days * SECONDS_PER_DAY,
  );
  const nearest = due.at(-1) ?? null;
  return nearest !== null && (putAwayDays === null || nearest < putAwayDays) ? nearest : null;
}
