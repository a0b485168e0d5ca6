import type { Period } from './award.ts';
import type { Day } from './day.ts';
import type { RoleTerm, TermState } from './role-term.ts';

/**
 * What strangers may know of a term and its signed days do not tell. There is none for a term that is as its
 * days say, nor for a break that its holder does not show.
 */
export type PublicTerm =
  | { readonly state: 'on_break' }
  /** Left before the planned end, which its holder does not show: the year alone. */
  | { readonly state: 'served'; readonly until: string }
  | { readonly state: 'stepped_down'; readonly until: Day };

/** What of a term strangers may know besides what was signed; null where that is nothing. */
export function publicTerm(term: RoleTerm): PublicTerm | null {
  const { state, endedOn } = term;
  if (state === 'on_break') return term.showsBreak ? { state } : null;
  if (state !== 'stepped_down' || endedOn === null) return null;
  return term.showsSteppingDown
    ? { state, until: endedOn }
    : { state: 'served', until: yearOf(endedOn) };
}

/** What partners are told of a term. */
export type ToldTerm = {
  readonly state: TermState;
  /** The year in which it began, and that in which it ended, which may be the same; one year while it runs. */
  readonly years: string;
  /** The day on which its holder stepped down and shows that; null otherwise. */
  readonly steppedDownOn: Day | null;
  /** True where what was signed has a later end than what is told: then the days are not repeated. */
  readonly endedBefore: boolean;
};

/**
 * What is told on a day of a term that was signed with these days, and of which strangers may know this
 * besides; null before it begins.
 */
export function toldTerm(period: Period, shown: PublicTerm | null, today: Day): ToldTerm | null {
  const from = yearOf(period.start);
  switch (shown?.state) {
    case 'served':
      return {
        state: 'served',
        years: yearsOf(from, shown.until),
        steppedDownOn: null,
        endedBefore: true,
      };
    case 'stepped_down':
      return {
        state: 'stepped_down',
        years: yearsOf(from, yearOf(shown.until)),
        steppedDownOn: shown.until,
        endedBefore: true,
      };
  }
  if (today < period.start) return null;
  const asSigned = { steppedDownOn: null, endedBefore: false };
  return today <= period.end
    ? { state: shown?.state ?? 'serving', years: from, ...asSigned }
    : { state: 'served', years: yearsOf(from, yearOf(period.end)), ...asSigned };
}

function yearsOf(from: string, until: string): string {
  return from === until ? from : `${from}–${until}`;
}

function yearOf(day: Day): string {
  return day.slice(0, 'YYYY'.length);
}
