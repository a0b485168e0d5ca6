import { gathered, notedPart, partState, tickState, together } from '@laurel/core/health';
import { expect, test } from 'vitest';

const NOW = 1_000_000;

function noted(part: string, ok: boolean, sinceSeconds: number, seenAtSeconds = NOW) {
  return { part, ok, sinceSeconds, seenAtSeconds };
}

test('A part that is as it was is so since then; one that changed, since somebody looked last.', () => {
  expect(partState(true, noted('keys', true, 5))).toEqual({ ok: true, sinceSeconds: 5 });
  expect(partState(false, noted('keys', true, 5, 9))).toEqual({ ok: false, sinceSeconds: 9 });
  expect(partState(false, undefined)).toEqual({ ok: false, sinceSeconds: null });
});

test('A note that is old tells nothing but its age.', () => {
  expect(notedPart(noted('log', true, 5), NOW)).toEqual({ ok: true, sinceSeconds: 5 });
  expect(notedPart(noted('log', true, 5, NOW - 301), NOW)).toEqual({
    ok: null,
    sinceSeconds: NOW - 301,
  });
  expect(notedPart(undefined, NOW)).toEqual({ ok: null, sinceSeconds: null });
});

test('A schedule that does not tick is told; the hourly one has time for its first.', () => {
  const minutely = noted('desk_cron', true, NOW - 60);
  expect(tickState('desk_cron', [minutely], NOW).ok).toBe(true);
  expect(tickState('desk_cron', [noted('desk_cron', true, 5, NOW - 300)], NOW)).toEqual({
    ok: false,
    sinceSeconds: NOW - 300,
  });
  expect(tickState('desk_cron', [], NOW).ok).toBe(false);
  expect(tickState('hourly_cron', [minutely], NOW).ok).toBe(true);
  expect(tickState('hourly_cron', [noted('desk_cron', true, NOW - 9_000)], NOW).ok).toBe(false);
  expect(tickState('hourly_cron', [], NOW).ok).toBe(false);
});

test('Of several looks the worst counts, and wrong is worse than untold.', () => {
  const [well, later] = [
    { ok: true, sinceSeconds: 5 },
    { ok: true, sinceSeconds: 7 },
  ];
  const untold = { ok: null, sinceSeconds: null };
  const wrong = { ok: false, sinceSeconds: 6 };
  expect(together([well, later])).toEqual(later);
  expect(together([well, untold])).toEqual(untold);
  expect(together([untold, wrong, { ok: false, sinceSeconds: 8 }, well])).toEqual(wrong);
});

test('What nobody looked at cannot be told.', () => {
  const parts = gathered([
    { log: { ok: true, sinceSeconds: 5 } },
    { desk: { ok: true, sinceSeconds: 6 } },
  ]);
  expect(parts.filter(({ ok }) => ok === true).map(({ part }) => part)).toEqual(['desk', 'log']);
  expect(parts.filter(({ ok }) => ok === null)).toHaveLength(parts.length - 2);
});
