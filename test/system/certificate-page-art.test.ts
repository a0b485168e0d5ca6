import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pngLogo, SVG_LOGO } from '../../services/renderer/test/logos.ts';
import { pageImage } from '../../services/renderer/test/opened-pdf.ts';
import { expectAccessible } from '../support/accessible.ts';
import { aCredential } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { signs } from '../support/signing.ts';

const PHONE = { width: 360, height: 740 };
const LAYAN = { en: ['Layan al-Khattat', 'Chair'], ar: ['ليان الخطّاط', 'رئيسة المجموعة'] } as const;
const RAHELA = { bn: ['রাহেলা সুলতানা'] } as const;

let laurel: Laurel;
let browser: Browser;
let admin: BrowserSession;
let english: string;
let arabic: string;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  admin = await aMember(laurel, 'Keeper of the Name', ['admin', 'awarder']);
  for (const [name, texts] of Object.entries({ Layan: LAYAN, Rahela: RAHELA })) {
    const member = await aMember(laurel, `${name} who Signs`, ['awarder']);
    await signs(laurel, { member, admin, issuer: laurel.issuer }, texts);
  }
  english = (await aCredential(laurel)).page;
  arabic = (await aCredential(laurel, { language: 'ar' })).page;
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

async function giveLogo({ type, bytes }: typeof SVG_LOGO): Promise<void> {
  const form = new FormData();
  form.set('file', new File([Uint8Array.from(bytes)], 'logo', { type }));
  form.set('mark', 'yes');
  const given = await fetch(`${laurel.url}/desk/issuers/${laurel.issuer}/settings/logo`, {
    method: 'POST',
    redirect: 'manual',
    body: form,
    headers: {
      origin: laurel.origin,
      cookie: [...admin.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
    },
  });
  expect(given.status).toBe(303);
}

const open = async (address: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(address);
  await page.evaluate('document.fonts.ready');
  return page;
};

test.each([
  ['SVG', SVG_LOGO],
  ['PNG', pngLogo(300, 100)],
] as const)(
  'the issuer’s %s logo is shown, says what it is, and is on the paper',
  async (_, logo) => {
    await giveLogo(logo);
    for (const orientation of ['landscape', 'portrait']) {
      const page = await open(`${english}/certificate?orientation=${orientation}`);
      const image = page.locator('.sheet img');
      expect(await image.getAttribute('alt')).toBe('Logo of Demonstration User Group');
      expect(await image.evaluate((one) => Object(one).naturalWidth)).toBeGreaterThan(0);
      await expectAccessible(page, 'with a logo');
      await page.emulateMedia({ media: 'print' });
      const { width = 0, height = 0 } = (await image.boundingBox()) ?? {};
      expect(width).toBeGreaterThan(height);
      expect(height).toBeGreaterThan(40);
      await page.close();
    }
  },
);

test('who signs is on the page, each under a line, in the language of the certificate', async () => {
  const page = await open(`${english}/certificate`);
  const heard = await page.locator('.signatories').ariaSnapshot();
  expect(heard).toContain('- heading "For the issuer" [level=3]');
  expect(await page.locator('.signatories li').allInnerTexts()).toEqual([
    'Layan al-Khattat\nChair',
    'রাহেলা সুলতানা',
  ]);
  await page.goto(`${arabic}/certificate`);
  expect(await page.locator('.signatories li').first().innerText()).toBe(
    'ليان الخطّاط\nرئيسة المجموعة',
  );
  await page.close();
});

test('behind the emblem are the fine lines of the achievement, the same in each language', async () => {
  const linesOf = async (address: string) => {
    const html = await (await fetch(`${address}/certificate`)).text();
    return /<path d="([^"]+)" fill="none" stroke="#\w{6}"/.exec(html)?.[1] ?? '';
  };
  const lines = await linesOf(english);
  expect(lines.length).toBeGreaterThan(2_000);
  expect(lines.length).toBeLessThan(8_000);
  expect(await linesOf(arabic)).toBe(lines);
  const other = await aCredential(laurel, { achievement: 'training-safety' });
  expect(await linesOf(other.page)).not.toBe(lines);
});

/** The frame’s distance from the edge of the paper, as a share of its width: 8 mm of 297. */
const FRAME = 8 / 297;

test.each([true, false])(
  'printed from a dark screen, without grounds and colours, it has its frame and its code; script: %s',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({
      viewport: PHONE,
      colorScheme: 'dark',
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await page.goto(`${english}/certificate`);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
    const { data, width, height } = await pageImage(new Uint8Array(pdf), 150 / 72);
    const grey = new Uint8ClampedArray(data);
    for (let at = 0; at < grey.length; at += 4) {
      grey.fill(brightness(grey.subarray(at, at + 3)), at, at + 3);
    }
    const middle = Math.round(height / 2) * width;
    const edge = Array.from(
      { length: Math.round(width * FRAME) + 3 },
      (_, x) => grey[4 * (middle + x)] ?? 0,
    );
    expect(edge[0]).toBe(255);
    expect(Math.min(...edge)).toBeLessThan(100);
    expect(jsQR(grey, width, height)?.data).toBe(english);
    await context.close();
  },
);

/** As a printer without colours has it (Rec. 709). */
function brightness([red = 0, green = 0, blue = 0]: Uint8ClampedArray): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
