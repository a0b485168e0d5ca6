/** So long before a term ends others are told that a seat will be open. */
export const SEATS_AHEAD_DAYS = 90;

/** Terms of one role that end in one month, and nobody's name with them. */
export type OpenSeats = {
  /** The slug of the achievement. */
  readonly slug: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly seats: number;
};

/** The last day of a month `YYYY-MM`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
