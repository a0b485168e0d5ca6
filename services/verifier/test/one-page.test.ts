import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { ORIENTATIONS, PAPER_SIZES, type Paper } from '@laurel/core/paper';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../../development/build.ts';
import { launchChromium } from '../../../test/support/chromium.ts';
import { CROWDED } from '../../renderer/test/facts.ts';
import { openPdf } from '../../renderer/test/opened-pdf.ts';
import { SCRIPTS, type ScriptSample } from '../../renderer/test/scripts.ts';
import { longestIn, usualIn } from './longest-texts.ts';

const PAPERS: readonly Paper[] = PAPER_SIZES.flatMap((size) =>
  ORIENTATIONS.map((orientation) => ({ size, orientation })),
);
const HALF_A_PERCENT = 0.005;
/** Points: what is printed for the eye of a reader at arm’s length. */
const LEGIBLE = 6;
const LEAST = 2.8;

/** It imports what the build makes, and is therefore loaded after that. */
let inBrowser: typeof import('./certificate-in-browser.tsx');
let browser: Browser;
let phone: BrowserContext;
beforeAll(async () => {
  await build();
  inBrowser = await import('./certificate-in-browser.tsx');
  browser = await launchChromium();
  phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
});
afterAll(() => browser.close());

function sampleOf(language: string): ScriptSample {
  const sample = SCRIPTS.find((one) => one.language === language);
  if (sample === undefined) throw new Error(`no sample in ${language}`);
  return sample;
}

/** Prints as from a phone, and measures: one page, nothing over the frame. Answers the smallest letters. */
async function expectOnePage(facts: CertificateFacts, paper: Paper | undefined): Promise<number> {
  if (paper === undefined) throw new Error('there are four papers');
  const { openCertificate, fullnessOf } = inBrowser;
  const page = await openCertificate(phone, facts, paper);
  const pdf = await openPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { height, outside, smallest } = await fullnessOf(page, paper);
  await page.close();
  expect(outside).toEqual([]);
  expect(pdf.pages).toBe(1);
  expect(pdf.width > pdf.height).toBe(paper.orientation === 'landscape');
  expect(Math.abs(height - 1)).toBeLessThan(HALF_A_PERCENT);
  return smallest;
}

const ON_A_PAPER = SCRIPTS.map((sample, at) => ({
  ...sample,
  paper: PAPERS[at % PAPERS.length],
  otherPaper: PAPERS[(at + 1) % PAPERS.length],
}));

test.each(ON_A_PAPER)('a certificate stands on one page, to be read: $title', async (sample) => {
  expect(await expectOnePage(usualIn(sample), sample.paper)).toBeGreaterThan(LEGIBLE);
});

test.each(ON_A_PAPER)('the longest texts in two languages stand on one: $title', async (sample) => {
  const facts = longestIn(sample, sampleOf(sample.language === 'ar' ? 'ur' : 'ar'));
  expect(await expectOnePage(facts, sample.otherPaper)).toBeGreaterThan(LEAST);
});

test.each(PAPERS)('so do they on $size in $orientation', async (paper) => {
  await expectOnePage(CROWDED, paper);
  await expectOnePage(longestIn(sampleOf('yo'), null), paper);
  await expectOnePage(longestIn(sampleOf('ur'), sampleOf('my')), paper);
  await expectOnePage({ ...usualIn(sampleOf('ar')), holder: { mode: 'none' } }, paper);
});
