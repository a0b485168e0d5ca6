import { directionOf } from '@laurel/core/language';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { launchChromium } from '../../../test/support/chromium.ts';
import { facts } from './facts.ts';
import { chromiumPicture, difference } from './pictures.ts';
import { SCRIPTS } from './scripts.ts';
import { titlePicture } from './social-title.ts';
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

/** What a title drawn at another size and enlarged differs by; letters that come apart are at several times that. */
const TOLERANCE = 0.15;

test.each(SCRIPTS)('a title looks as Chromium draws it: $title', async (sample) => {
  const { language } = sample;
  const [word = ''] = sample.name.normalize('NFC').split(' ');
  const png = await running.renderer.renderSocial(
    facts({ language, achievementName: word, theme: 'community-of-practice' }),
  );
  const right = await chromiumPicture(browser, sample, word);
  const drawn = await titlePicture(png, directionOf(language));
  expect(difference(drawn, right)).toBeLessThan(TOLERANCE);
});
