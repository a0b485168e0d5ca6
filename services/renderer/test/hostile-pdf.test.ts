import { constants, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../../development/build.ts';
import { facts } from './facts.ts';
import { BOMBS } from './hostile/bombs.ts';
import { CROWDS } from './hostile/crowds.ts';
import { LOOPS } from './hostile/loops.ts';
import { packedZeros } from './made-pdf.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

let running: RunningRenderer;
let good: Uint8Array;

beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
  good = await running.renderer.renderPdf(facts());
}, 120_000);
afterAll(() => running?.stop());

/** An answer, and then the right answer to the next one: nothing is stuck, and nothing of it is left behind. */
async function answerTo(pdf: Uint8Array) {
  expect(pdf.length).toBeLessThan(4.2 * 1024 * 1024);
  const answer = await running.renderer.takeApart(pdf);
  const next = await running.renderer.takeApart(good);
  expect(next).toMatchObject({ ok: true, value: { wholly: true, files: [{}], pages: [{}] } });
  return answer;
}

test('the zeros of a bomb are what they are said to be', () => {
  const unpacked = inflateSync(packedZeros(3), { finishFlush: constants.Z_SYNC_FLUSH });

  expect(unpacked.length).toBe(3 * 1024 * 1024);
  expect(packedZeros(4000).length).toBeLessThan(4.2 * 1024 * 1024);
});

describe.each([
  { kind: 'what unpacks to gigabytes', cases: BOMBS },
  { kind: 'what leads back into itself, or declares what it does not hold', cases: LOOPS },
  { kind: 'what holds more than can be worked through', cases: CROWDS },
])('$kind is answered, and so is what comes after it', ({ cases }) => {
  test.each(cases)('$title', async ({ make, fault, wholly }) => {
    const answer = await answerTo(make());

    if (fault === null) {
      expect(answer.ok).toBe(true);
      if (answer.ok && wholly !== undefined) expect(answer.value.wholly).toBe(wholly);
    } else expect(answer).toEqual({ ok: false, failure: fault });
  });
});

test('two at once are each answered rightly, also where one of them is a bomb', async () => {
  const [bomb] = BOMBS.filter(({ fault }) => fault !== null);
  if (bomb === undefined) throw new Error('there is no bomb');

  const answers = await Promise.all(
    [good, bomb.make(), good].map((pdf) => running.renderer.takeApart(pdf)),
  );

  expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
});

test('a certificate of which any byte is another is answered', async () => {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let time = 0; time < 300; time += 1) {
    const changed = good.slice();
    for (let change = 0; change < 4; change += 1) changed[next(changed.length)] = next(256);
    const cut = time % 3 === 0 ? changed.slice(0, next(changed.length)) : changed;
    const answer = await running.renderer.takeApart(cut);
    expect(typeof answer.ok).toBe('boolean');
  }
});
