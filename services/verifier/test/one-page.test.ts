import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { ORIENTATIONS, PAPER_SIZES, type Paper } from '@laurel/core/paper';
import type { Browser, Page } from 'playwright-core';
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
const LEGIBLE = 5.99;
/** The first, and one for the longest texts; in a few scripts those run on to another. */
const MOST_PAGES = 3;

/** It imports what the build makes, and is therefore loaded after that. */
let inBrowser: typeof import('./certificate-in-browser.tsx');
let browser: Browser;
let page: Page;
beforeAll(async () => {
  await build();
  inBrowser = await import('./certificate-in-browser.tsx');
  browser = await launchChromium();
  page = await browser.newPage({ isMobile: true, hasTouch: true });
});
afterAll(() => browser.close());

function sampleOf(language: string): ScriptSample {
  const sample = SCRIPTS.find((one) => one.language === language);
  if (sample === undefined) throw new Error(`no sample in ${language}`);
  return sample;
}

/** Lays out what a phone would print: nothing over the frame, nothing too small. Answers how many pages. */
async function laidOut(facts: CertificateFacts, paper: Paper | undefined): Promise<number> {
  if (paper === undefined) throw new Error('there are four papers');
  const { openCertificate, fullnessOf } = inBrowser;
  await openCertificate(page, facts, paper);
  const { height, outside, smallest, pages } = await fullnessOf(page, paper);
  expect(outside).toEqual([]);
  expect(Math.abs(height - 1)).toBeLessThan(HALF_A_PERCENT);
  expect(smallest).toBeGreaterThan(LEGIBLE);
  return pages;
}

/** Prints it too: the paper is as it was asked for, and there are as many pages as were laid out. */
async function printed(facts: CertificateFacts, paper: Paper | undefined): Promise<number> {
  const pages = await laidOut(facts, paper);
  const pdf = await openPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  expect(pdf.width > pdf.height).toBe(paper?.orientation === 'landscape');
  expect(pdf.pages).toBe(pages);
  return pages;
}

const ON_A_PAPER = SCRIPTS.map((sample, at) => ({
  ...sample,
  paper: PAPERS[at % PAPERS.length],
  otherPaper: PAPERS[(at + 1) % PAPERS.length],
}));

test.each(ON_A_PAPER)('a certificate stands on one page, to be read: $title', async (sample) => {
  expect(await printed(usualIn(sample), sample.paper)).toBe(1);
});

test.each(ON_A_PAPER)(
  'the longest texts in two languages are read on a few: $title',
  async (sample) => {
    const facts = longestIn(sample, sampleOf(sample.language === 'ar' ? 'ur' : 'ar'));
    expect(await laidOut(facts, sample.otherPaper)).toBeLessThanOrEqual(MOST_PAGES);
  },
);

test.each(PAPERS)('so are they on $size in $orientation', async (paper) => {
  expect(await printed(CROWDED, paper)).toBe(2);
  expect(await printed(longestIn(sampleOf('yo'), null), paper)).toBe(2);
  expect(await printed(longestIn(sampleOf('ur'), sampleOf('my')), paper)).toBeLessThanOrEqual(
    MOST_PAGES,
  );
  expect(await printed({ ...usualIn(sampleOf('ar')), holder: { mode: 'none' } }, paper)).toBe(1);
});
