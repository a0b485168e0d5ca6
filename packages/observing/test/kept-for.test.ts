import { keptFor } from '@laurel/observing/kept-for';
import { expect, test } from 'vitest';

test('An answer is kept for so long, and what is found anew while somebody is at it is not waited for.', async () => {
  let [nowMs, asked] = [0, 0];
  const waiting: (() => void)[] = [];
  const look = keptFor(
    1_000,
    () =>
      new Promise<number>((answer) => {
        asked += 1;
        const found = asked;
        waiting.push(() => answer(found));
      }),
    () => nowMs,
  );
  const first = look();
  waiting.shift()?.();
  expect(await first).toBe(1);
  expect(await look()).toBe(1);
  nowMs = 1_000;
  const second = look();
  expect(await look()).toBe(1);
  waiting.shift()?.();
  expect(await second).toBe(2);
  expect(await look()).toBe(2);
  expect(asked).toBe(2);
});

test('What failed is tried again by the next who asks.', async () => {
  let asked = 0;
  const look = keptFor(1_000, async () => {
    asked += 1;
    if (asked === 1) throw new Error('not yet');
    return asked;
  });
  await expect(look()).rejects.toThrow('not yet');
  expect(await look()).toBe(2);
});
