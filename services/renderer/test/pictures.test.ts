import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { launchChromium } from '../../../test/support/chromium.ts';
import { facts } from './facts.ts';
import {
  certificatePicture,
  chromiumPicture,
  difference,
  linePicture,
  linesThatSpell,
} from './pictures.ts';
import { SCRIPTS } from './scripts.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;
let browser: Browser;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

/** Two programs differ by up to 0.1; a syllable that came apart is at several times that. */
const TOLERANCE = 0.12;
/** Letters that stand side by side as they are, but for kerning and what Unicode has composed. */
const WITHOUT_SHAPING = new Set([
  'noto-sans',
  'noto-sans-hebrew',
  'noto-sans-lao',
  'noto-sans-georgian',
  'noto-sans-armenian',
  'noto-sans-ethiopic',
  'noto-sans-ol-chiki',
  'noto-sans-tifinagh',
  'noto-sans-kr',
  'noto-sans-jp',
  'noto-sans-sc',
  'noto-sans-tc',
]);
const SHAPED = SCRIPTS.filter(({ family }) => !WITHOUT_SHAPING.has(family));

test.each(SCRIPTS)('a certificate looks as Chromium draws it: $title', async (sample) => {
  const { language, name, achievement } = sample;
  const pdf = await running.renderer.renderPdf(
    facts({ language, holder: { mode: 'name', name }, achievementName: achievement }),
  );
  for (const text of [name, achievement].map((one) => one.normalize('NFC'))) {
    const drawn = await certificatePicture(pdf, text);
    const right = await chromiumPicture(browser, sample, text);
    expect(difference(drawn, right)).toBeLessThan(TOLERANCE);
  }
});

test.each(SCRIPTS)('and so does a sentence, line by line: $title', async (sample) => {
  const sentence = sample.sentence.normalize('NFC');
  const pdf = await running.renderer.renderPdf(
    facts({ language: sample.language, achievementName: sentence }),
  );
  for (const line of await linesThatSpell(pdf, sentence)) {
    const right = await chromiumPicture(browser, sample, line.text);
    expect(difference(await linePicture(pdf, line), right)).toBeLessThan(TOLERANCE);
  }
});

test.each(SHAPED)('and would not, were its letters not shaped: $title', async (sample) => {
  const text = sample.name.normalize('NFC');
  const right = await chromiumPicture(browser, sample, text);
  const unshaped = await chromiumPicture(browser, sample, text, true);
  expect(difference(unshaped, right)).toBeGreaterThan(3 * TOLERANCE);
});

test('nor were a single conjunct of it to come apart', async () => {
  const sample = SCRIPTS.find(({ language }) => language === 'bn') ?? SCRIPTS[0];
  if (sample === undefined) throw new Error('There are no samples.');
  const pdf = await running.renderer.renderPdf(
    facts({ language: 'bn', holder: { mode: 'name', name: sample.name } }),
  );
  const drawn = await certificatePicture(pdf, sample.name);
  // A joiner keeps the letters of the last conjunct side by side.
  const apart = sample.name.replace(/\u09cd(?=.$)/u, '\u09cd\u200c');
  expect(apart).not.toBe(sample.name);
  const broken = await chromiumPicture(browser, sample, apart);
  expect(difference(drawn, broken)).toBeGreaterThan(3 * TOLERANCE);
});
