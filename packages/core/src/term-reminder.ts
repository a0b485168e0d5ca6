import type { Period } from './award.ts';
import { type Day, dayOf, secondsAt } from './day.ts';

/** How many days before its end a term is reminded of, the nearest last. */
export const REMINDER_DAYS = [90, 30] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

const SECONDS_PER_DAY = 86_400;

/** The first day of a reminder. */
export function reminderDay({ end }: Pick<Period, 'end'>, days: ReminderDays): Day {
  return dayOf(secondsAt(end) - days * SECONDS_PER_DAY);
}

/** The reminder that is due on a day: the nearest, and none for a term that is no longer than that. */
export function reminderDue(period: Period, today: Day): ReminderDays | null {
  if (today > period.end) return null;
  return (
    REMINDER_DAYS.filter(
      (days) => reminderDay(period, days) <= today && period.start < reminderDay(period, days),
    ).at(-1) ?? null
  );
}
