import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { expectAccessible } from '../support/accessible.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { launchChromium } from '../support/chromium.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMap, aStep, manyAchievements } from '../support/maps.ts';
import { aMember } from '../support/members.ts';

const PHONE = { width: 360, height: 740 };
const FIRST = 'training-workshop-participation';

let laurel: Laurel;
let browser: Browser;
let admin: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  admin = await aMember(laurel, 'Draws in Jos', ['admin', 'reviewer']);
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

async function phoneOf(
  { cookies }: BrowserSession,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: PHONE, ...options });
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: laurel.url })));
  return context;
}

test('a map is drawn on a phone without script, from nothing to what everybody reads', async () => {
  const context = await phoneOf(admin, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${laurel.url}/desk/issuers/${laurel.issuer}/maps/new`);
  await page.fill('[name=title]', 'By hand');
  await follow(page.locator('main form button[type=submit]:not([class])'));
  const addLane = async (title: string) => {
    await page.fill('[name=title]', title);
    await follow(page.locator('button[value=add_lane]'));
  };
  await addLane('Teaching');
  await addLane('Welcoming');
  const addStep = async (lane: number, slug: string) => {
    await page.selectOption(`[name=achievement-${lane}]`, slug);
    await follow(page.locator('button[value=add_step]').nth(lane));
  };
  await addStep(0, FIRST);
  await addStep(0, 'workshop-trainer');
  await addStep(1, 'newcomer-support');
  // The way back, and the next lane to the front.
  await follow(page.locator('button[value="move_step 1 training-workshop-participation"]'));
  await follow(page.locator('button[value="move_lane -1 1"]'));
  await follow(page.getByRole('link', { name: 'Newcomer Support' }));
  await page.fill('[name=hint]', 'Say hello first.');
  await page.check(`[name=next][value=${FIRST}]`);
  await follow(page.getByRole('button', { name: 'Save' }));
  await follow(page.getByRole('link', { name: 'Choose what to thank with' }));
  await page.selectOption('[name=achievement]', 'resource-translator');
  await page.check('[name=which][value=some]');
  await page.check('[name=step][value=newcomer-support]');
  await follow(page.getByRole('button', { name: 'Save' }));
  await page.fill('[name=language]', 'ar');
  await follow(page.getByRole('button', { name: 'Write in this language' }));
  await page.fill('[name=title]', 'باليد');
  await follow(page.getByRole('button', { name: 'Save' }));
  await follow(page.getByRole('link', { name: 'Look over and publish' }));
  await follow(page.getByRole('button', { name: 'Publish' }));
  await follow(page.getByRole('link', { name: 'The page that everybody reads' }));

  const lanes = await page.locator('.lane h2').allTextContents();
  expect(lanes).toEqual(['Welcoming', 'Teaching']);
  expect(await page.locator('.named').allTextContents()).toEqual([
    'Newcomer Support',
    'Workshop Trainer',
    'Workshop Participation',
  ]);
  expect(await page.locator('.hint').allTextContents()).toEqual(['Say hello first.']);
  expect(await page.locator('.taken').count()).toBe(1);
  await page.goto(`${page.url()}?uselang=ar`);
  expect(await page.locator('h1').textContent()).toBe('باليد');
  // Nobody said that somebody has read the translation.
  expect(await page.locator('.note').count()).toBe(2);
  await context.close();
});

test.each([
  { locale: 'en', colorScheme: 'light' },
  { locale: 'ar', colorScheme: 'dark' },
] as const)('all pages of maps are accessible on a phone in $locale', async (options) => {
  const slug = await aMap(laurel, admin, {
    milestone: { achievement: 'resource-translator', steps: [FIRST] },
  });
  const { session } = await anAcceptedAward(laurel, `Walks in ${options.locale}`);
  const desk = `/desk/issuers/${laurel.issuer}/maps`;
  for (const [who, paths] of [
    [session, ['/me/maps', `/me/maps/${laurel.issuer}/${slug}`]],
    [session, [`/issuers/${laurel.issuer}/maps/${slug}`, `/issuers/${laurel.issuer}`]],
    [
      admin,
      [
        desk,
        `${desk}/new`,
        `${desk}/${slug}`,
        `${desk}/${slug}/draft`,
        `${desk}/${slug}/draft/steps?achievement=${FIRST}`,
        `${desk}/${slug}/draft/milestone`,
        `${desk}/${slug}/draft/texts?language=ar`,
        `${desk}/${slug}/publish`,
        `${desk}/${slug}/ready`,
      ],
    ],
  ] as const) {
    const context = await phoneOf(who, { bypassCSP: true, ...options });
    const page = await context.newPage();
    for (const path of paths) {
      const answer = await page.goto(`${laurel.url}${path}`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await expectAccessible(page, `${options.locale} ${path}`);
    }
    await context.close();
  }
});

test('any map prints on one sheet of A4, upright: a small one, a full one, and one of long names', async () => {
  const { slugs } = await manyAchievements(laurel);
  const context = await phoneOf(admin);
  const page = await context.newPage();
  const full = (hint: string) =>
    Array.from({ length: 8 }, (_, at) => ({
      title: { en: `Lane ${at + 1}` },
      steps: slugs
        .slice(at * 8, at * 8 + 8)
        .map((slug) => aStep(slug, { hint: hint === '' ? {} : { en: hint } })),
    }));
  const maps = [
    await aMap(laurel, admin, { milestone: { achievement: 'way-1', steps: 'all' } }),
    await aMap(laurel, admin, { lanes: full('') }),
    await aMap(laurel, admin, {
      lanes: full('Nothing to bring but time: come and see how it is done, and ask all there is.'),
      milestone: { achievement: 'way-1', steps: 'all' },
    }),
    await aMap(laurel, admin, {
      title: { en: 'W'.repeat(60) },
      description: { en: 'word '.repeat(119).trim() },
      lanes: full('word '.repeat(31).trim()),
      milestone: { achievement: 'way-1', steps: 'all' },
    }),
  ];
  for (const slug of maps) {
    for (const path of ['/issuers', '/me/maps'].map((base) =>
      base === '/me/maps'
        ? `${base}/${laurel.issuer}/${slug}`
        : `${base}/${laurel.issuer}/maps/${slug}`,
    )) {
      await page.goto(`${laurel.url}${path}`);
      const printed = await openPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
      expect([path, printed.pages]).toEqual([path, 1]);
      expect(Math.round(printed.width)).toBe(595);
      expect(Math.round(printed.height)).toBe(842);
    }
  }
  await context.close();
});
