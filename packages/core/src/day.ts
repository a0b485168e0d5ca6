/** A calendar day, `YYYY-MM-DD` (RFC 3339, full-date), proleptic Gregorian. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists: `2026-02-30` does not. */
export function isDay(candidate: string): boolean {
  const match = DAY.exec(candidate);
  if (match === null) return false;
  const date = new Date(`${candidate}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(candidate);
}

/** The UTC day of a moment. */
export function dayOf(seconds: number): Day {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** The first second of a day, UTC, as an XML Schema dateTime. */
export function startOfDay(day: Day): string {
  return `${day}T00:00:00Z`;
}

/** Seconds since the epoch at the first second of a day, UTC. */
export function secondsAt(day: Day): number {
  return Date.parse(startOfDay(day)) / 1000;
}

/**
 * The same day of the month, `months` later; the last day of that month where it is shorter
 * (31 January and one month: 28 or 29 February).
 */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastDay)))
    .toISOString()
    .slice(0, 10);
}
