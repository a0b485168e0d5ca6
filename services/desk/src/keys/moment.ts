import { dayOf } from '@laurel/core/day';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';

const FORM_MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)$/;

/** Seconds since the epoch of what a field for a day and a time in UTC holds; null for anything else. */
export function momentIn(text: string): number | null {
  const [, day, time] = FORM_MOMENT.exec(text.trim()) ?? [];
  const milliseconds = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}

/** A moment as such a field takes it: to the minute, as browsers refuse other seconds than those that stand there. */
export function momentField(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16);
}

/** A moment for its reader, in UTC. */
export function momentText(seconds: number, { language }: Messages): string {
  const time = new Date(seconds * 1000).toISOString().slice(11, 16);
  return `${longDate(dayOf(seconds), language)} \u2066${time} UTC\u2069`;
}
