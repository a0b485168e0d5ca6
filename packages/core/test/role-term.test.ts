import type { TermPolicy } from '@laurel/core/achievement';
import { addMonths, type Day, dayOf, secondsAt } from '@laurel/core/day';
import { newTerm, type RoleTerm, type TermStep, takeStep, termOn } from '@laurel/core/role-term';
import { publicTerm, toldTerm } from '@laurel/core/term-shown';
import { judgeTerm, pauseOf } from '@laurel/core/terms-in-a-row';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds, PATIENCE_MS } from '../../../test/support/properties.ts';

const PERIOD = { start: '2026-01-01', end: '2026-12-31' };

const dayAfter = (day: Day, days: number) => dayOf(secondsAt(day) + days * 86_400);

const anyStep: fc.Arbitrary<TermStep> = fc.oneof(
  fc.record({
    step: fc.constant('take_break' as const),
    until: fc.option(fc.integer({ min: 0, max: 500 }).map((days) => dayAfter(PERIOD.start, days))),
    shows: fc.boolean(),
  }),
  fc.record({ step: fc.constant('come_back' as const) }),
  fc.record({ step: fc.constant('step_down' as const), shows: fc.boolean() }),
  fc.record({ step: fc.constantFrom('show' as const, 'keep_to_oneself' as const) }),
);

/** Steps of a holder, each some days after the one before. */
const anyLife = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 120 }), step: fc.option(anyStep) }),
);

/** Everything that a stranger is told on a day, as one text. */
function told(term: RoleTerm, today: Day): string {
  return JSON.stringify(toldTerm(term.period, publicTerm(termOn(term, today)), today));
}

/** What a holder has chosen to show at last, by what they did. */
function wishes(before: boolean, step: TermStep, accepted: boolean): boolean {
  if (!accepted) return before;
  switch (step.step) {
    case 'take_break':
    case 'step_down':
      return step.shows;
    case 'come_back':
      return false;
    case 'show':
      return true;
    case 'keep_to_oneself':
      return false;
  }
}

test(
  'no path loses a term or shows a break or a stepping down that its holder keeps to themselves',
  async () => {
    await holds(
      1,
      fc.asyncProperty(fc.integer({ min: -60, max: 60 }), anyLife, async (offset, life) => {
        let today = dayAfter(PERIOD.start, offset);
        let term = newTerm(PERIOD);
        let shows = false;
        for (const { days, step } of life) {
          today = dayAfter(today, days);
          const before = termOn(term, today);
          if (step !== null) {
            const taken = takeStep(term, step, today);
            shows = wishes(shows, step, taken.ok);
            term = taken.ok ? taken.value : term;
          }
          const now = termOn(term, today);
          // The days that were awarded are never taken away, and what has ended stays as it ended.
          expect(now.period).toEqual(PERIOD);
          if (before.endedOn !== null) expect(now.endedOn).toBe(before.endedOn);
          // The calendar alone changes nothing a second time.
          expect(termOn(now, today)).toEqual(now);
          if (now.endedOn !== null) {
            expect(now.endedOn >= PERIOD.start && now.endedOn <= PERIOD.end).toBe(true);
          }
          expect(now.state === 'on_break').toBe(now.breakSince !== null);
          const said = told(now, today);
          if (!shows) {
            expect(said).not.toMatch(/on_break|stepped_down|-\d\d/);
            if (now.state === 'on_break') expect(said).toBe(told(newTerm(PERIOD), today));
          }
          if (now.state === 'serving') expect(publicTerm(now)).toBeNull();
          if (today > PERIOD.end) expect(said).toMatch(/"served"|"stepped_down"/);
        }
      }),
    );
  },
  PATIENCE_MS,
);

test('a break ends with its last day, and the term with its own, without anybody doing anything', () => {
  const step = { step: 'take_break', until: '2026-05-31', shows: true } as const;
  const taken = takeStep(newTerm(PERIOD), step, '2026-05-02');
  const onBreak = taken.ok ? taken.value : newTerm(PERIOD);
  expect(onBreak).toMatchObject({ state: 'on_break', breakSince: '2026-05-02' });

  expect(termOn(onBreak, '2026-05-31')).toEqual(onBreak);
  expect(termOn(onBreak, '2026-06-01')).toEqual(newTerm(PERIOD));
  expect(termOn(onBreak, '2027-01-01')).toMatchObject({ state: 'served', endedOn: PERIOD.end });
});

test('what cannot be done is refused with the reason', () => {
  const early = takeStep(newTerm(PERIOD), { step: 'step_down', shows: false }, '2025-12-31');
  expect(early).toEqual({
    ok: false,
    failure: { reason: 'term_not_begun', from: PERIOD.start },
  });
  const past = { step: 'take_break', until: '2026-02-01', shows: false } as const;
  expect(takeStep(newTerm(PERIOD), past, '2026-02-02')).toMatchObject({
    failure: { reason: 'break_ends_too_early', from: '2026-02-02' },
  });
  for (const step of ['come_back', 'show'] as const) {
    expect(takeStep(newTerm(PERIOD), { step }, '2027-01-01')).toMatchObject({ ok: false });
  }
});

const POLICY: TermPolicy = {
  lengthMonths: 12,
  maxLengthMonths: 18,
  renewable: true,
  consecutiveTermsLimit: 2,
  pauseMonths: 6,
};
const year = (from: number) => ({ start: `${from}-01-01`, end: `${from}-12-31` });

test('a further term over the limit is refused with the day from which one can begin, and an exception has it', () => {
  expect(judgeTerm([], year(2024), POLICY)).toEqual({ ok: true, value: 1 });
  expect(judgeTerm([year(2024)], year(2025), POLICY)).toEqual({ ok: true, value: 2 });
  const third = judgeTerm([year(2025), year(2024)], year(2026), POLICY);
  const reason = 'terms_in_a_row';
  expect(third).toEqual({ ok: false, failure: { reason, most: 2, from: '2026-07-01' } });
  expect(judgeTerm([year(2024), year(2025)], year(2026), POLICY, true)).toEqual({
    ok: true,
    value: 3,
  });
  const rested = { start: '2026-07-01', end: '2027-06-30' };
  expect(judgeTerm([year(2024), year(2025)], rested, POLICY)).toEqual({ ok: true, value: 1 });
  // One that is put in between, later.
  expect(judgeTerm([year(2023), year(2025)], year(2024), POLICY)).toMatchObject({
    failure: { reason, from: '2026-07-01' },
  });
  const once = { ...POLICY, renewable: false };
  expect(judgeTerm([year(2024)], year(2025), once)).toMatchObject({ failure: { most: 1 } });
});

test('overlapping terms and terms that are too long are refused, and the same days again are another matter', () => {
  const wanted = { start: '2024-06-01', end: '2025-05-31' };
  expect(judgeTerm([year(2024)], wanted, POLICY, true)).toEqual({
    ok: false,
    failure: { reason: 'term_overlaps', ...year(2024) },
  });
  expect(judgeTerm([year(2024)], year(2024), POLICY)).toEqual({ ok: true, value: 1 });
  expect(judgeTerm([], { start: '2024-01-01', end: '2025-07-02' }, POLICY)).toMatchObject({
    failure: { reason: 'term_too_long', mostMonths: 18 },
  });
  const { pauseMonths: _, ...silent } = POLICY;
  expect(pauseOf(silent)).toBe(12);
});

test(
  'however terms are asked for, nobody has more of them in a row than the policy says, without an exception',
  async () => {
    const term = fc.record({
      start: fc.integer({ min: 0, max: 60 }),
      months: fc.integer({ min: 1, max: 20 }),
      excepted: fc.boolean(),
    });
    await holds(
      0.5,
      fc.asyncProperty(fc.array(term), async (wanted) => {
        const held: { start: Day; end: Day }[] = [];
        let exceptions = 0;
        for (const { start, months, excepted } of wanted) {
          const first = addMonths('2020-01-01', start);
          const period = { start: first, end: dayAfter(addMonths(first, months), -1) };
          if (held.some((one) => one.start === period.start && one.end === period.end)) continue;
          const alone = judgeTerm(held, period, POLICY);
          const judged = judgeTerm(held, period, POLICY, excepted);
          if (!judged.ok) continue;
          if (!alone.ok) exceptions += 1;
          held.push(period);
        }
        expect(overlaps(held)).toBe(false);
        if (exceptions === 0) expect(longestRow(held)).toBeLessThanOrEqual(2);
      }),
    );
  },
  PATIENCE_MS,
);

function overlaps(held: readonly { start: Day; end: Day }[]): boolean {
  return held.some((one, at) =>
    held.some((other, place) => place !== at && one.start <= other.end && other.start <= one.end),
  );
}

/** Reckoned in another way than the code does: by walking along the calendar. */
function longestRow(held: readonly { start: Day; end: Day }[]): number {
  const inOrder = [...held].sort((one, other) => one.start.localeCompare(other.start));
  let longest = 0;
  let row = 0;
  let free = '';
  for (const { start, end } of inOrder) {
    row = start < free ? row + 1 : 1;
    free = addMonths(dayAfter(end, 1), 6);
    longest = Math.max(longest, row);
  }
  return longest;
}

test('a term and what is to put it right are one in a row', () => {
  const shorter = { ...year(2024), start: '2024-02-01' };
  for (const right of [year(2024), shorter]) {
    const held = [year(2024), right];
    expect(judgeTerm(held, year(2025), POLICY)).toEqual({ ok: true, value: 2 });
    expect(judgeTerm(held, year(2023), POLICY)).toEqual({ ok: true, value: 1 });
  }
});
