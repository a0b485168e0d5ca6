import type { Period } from './award.ts';
import type { Day } from './day.ts';
import { ok, type Result, refuse } from './result.ts';

export const TERM_STATES = ['serving', 'on_break', 'served', 'stepped_down'] as const;
export type TermState = (typeof TERM_STATES)[number];

/** How one term of a role stands, and what of it its holder shows. Days are whole days in UTC, both ends counted. */
export type RoleTerm = {
  /** Start and planned end. */
  readonly period: Period;
  readonly state: TermState;
  /** Its last day; null as long as it runs. */
  readonly endedOn: Day | null;
  /** Null unless on a break. */
  readonly breakSince: Day | null;
  /** The last day of the break; null where its holder does not know it, and while there is none. */
  readonly breakUntil: Day | null;
  /** Whether partners may know of the break; of the next one they are asked anew. */
  readonly showsBreak: boolean;
  /** Whether partners may know that it ended before the planned end. */
  readonly showsSteppingDown: boolean;
};

/** What a holder does with a term. Nothing of it revokes anything. */
export type TermStep =
  | { readonly step: 'take_break'; readonly until: Day | null; readonly shows: boolean }
  | { readonly step: 'come_back' }
  | { readonly step: 'step_down'; readonly shows: boolean }
  /** Of the break, or of the stepping down, whichever it is. */
  | { readonly step: 'show' | 'keep_to_oneself' };

export type TermRefusal =
  | { readonly reason: 'term_not_begun'; readonly from: Day }
  | { readonly reason: 'term_not_in_state'; readonly wanted: readonly TermState[] }
  | { readonly reason: 'break_ends_too_early'; readonly from: Day };

/** A term as it begins. */
export function newTerm(period: Period): RoleTerm {
  return {
    period,
    state: 'serving',
    endedOn: null,
    breakSince: null,
    breakUntil: null,
    showsBreak: false,
    showsSteppingDown: false,
  };
}

const NO_BREAK = { breakSince: null, breakUntil: null, showsBreak: false } as const;

/** The same term on a day, as far as the calendar alone changes it: a break is over, or the term was served. */
export function termOn(term: RoleTerm, today: Day): RoleTerm {
  if (term.endedOn !== null) return term;
  if (term.period.end < today) {
    return { ...term, ...NO_BREAK, state: 'served', endedOn: term.period.end };
  }
  const isBack = term.breakUntil !== null && term.breakUntil < today;
  return isBack ? { ...term, ...NO_BREAK, state: 'serving' } : term;
}

/** The term after a step of its holder. The same step taken again changes nothing. */
export function takeStep(
  before: RoleTerm,
  step: TermStep,
  today: Day,
): Result<RoleTerm, TermRefusal> {
  const term = termOn(before, today);
  if (today < term.period.start) {
    return refuse({ reason: 'term_not_begun', from: term.period.start });
  }
  switch (step.step) {
    case 'take_break':
      if (term.endedOn !== null) return wrongState('serving');
      if (step.until !== null && step.until < today) {
        return refuse({ reason: 'break_ends_too_early', from: today });
      }
      return ok({
        ...term,
        state: 'on_break',
        breakSince: term.breakSince ?? today,
        breakUntil: step.until,
        showsBreak: step.shows,
      });
    case 'come_back':
      return term.endedOn === null
        ? ok({ ...term, ...NO_BREAK, state: 'serving' })
        : wrongState('on_break');
    case 'step_down':
      if (term.state === 'served') return wrongState('serving', 'on_break');
      return ok({
        ...term,
        ...NO_BREAK,
        state: 'stepped_down',
        endedOn: term.endedOn ?? today,
        showsSteppingDown: step.shows,
      });
    case 'show':
    case 'keep_to_oneself':
      return shown(term, step.step === 'show');
  }
}

function shown(term: RoleTerm, shows: boolean): Result<RoleTerm, TermRefusal> {
  if (term.state === 'on_break') return ok({ ...term, showsBreak: shows });
  if (term.state === 'stepped_down') return ok({ ...term, showsSteppingDown: shows });
  return wrongState('on_break', 'stepped_down');
}

function wrongState(...wanted: readonly TermState[]): Result<never, TermRefusal> {
  return refuse({ reason: 'term_not_in_state', wanted });
}
