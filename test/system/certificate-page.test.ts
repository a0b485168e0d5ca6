import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { expectAccessible } from '../support/accessible.ts';
import { aCredential } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { expectProblem } from '../support/problem.ts';

const PHONE = { width: 360, height: 740 };
const NAME = 'Títílayọ̀ of Ọ̀yọ́';
const VARIANTS = [
  '',
  '?paper=letter',
  '?orientation=portrait',
  '?paper=letter&orientation=portrait',
];

let laurel: Laurel;
let browser: Browser;
let english: string;
let arabic: string;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  const recipients = [{ username: NAME }];
  english = (await aCredential(laurel, { recipients })).page;
  arabic = (await aCredential(laurel, { language: 'ar', hours: 3 })).page;
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

function phone(options: { locale?: string; javaScriptEnabled?: boolean } = {}) {
  return browser.newContext({ viewport: PHONE, isMobile: true, locale: 'en', ...options });
}

async function textOf(page: Page): Promise<string> {
  const text = await page.locator('.sheet').innerText();
  return text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');
}

/** What the PDF says besides the address and how to check, which it says of itself. */
const SAID = [
  'Certificate of training',
  'This certificate recognises',
  NAME,
  'Wikimedia user name',
  'Workshop Participation',
  'Recognised by',
  'Demonstration User Group',
  'Issued on',
  'When',
  '14 November 2026',
  '2026-11-14/2026-11-15',
  'Volunteer time',
  '2.5 hours',
  'On the evidence of',
  'Attendance list confirmed by an organizer',
  'What this certificate says',
  'What it does not say',
  'Check this certificate',
  'It is not issued or endorsed by the Wikimedia Foundation.',
];

test('the page says what the PDF says, in the same order, and each leads to the other', async () => {
  const context = await phone();
  const page = await context.newPage();
  await page.goto(`${english}/certificate`);
  const text = await textOf(page);

  const pdf = await fetch(`${english}.pdf`);
  const { text: printed } = await openPdf(new Uint8Array(await pdf.arrayBuffer()));
  const places = SAID.map((said) => text.indexOf(said));
  expect(SAID.filter((said) => !printed.includes(said))).toEqual([]);
  expect(SAID.filter((_, at) => places[at] === -1)).toEqual([]);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(text).toContain(english);
  await page.locator('.unprinted a[href*=".pdf"]').waitFor();
  expect(await page.locator('time[datetime="2026-11-14"]').count()).toBe(1);
  await context.close();
});

test('a stranger without script chooses paper and language, and reads the certificate in both', async () => {
  const context = await phone({ locale: 'en-US', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(english);
  await page.getByText('Paper and languages').click();
  expect(await page.locator('[name=paper]').inputValue()).toBe('letter');
  await page.locator('[name=orientation]').selectOption('portrait');
  await page.locator('[name=with]').selectOption('ar');
  await follow(page.getByRole('button', { name: 'Certificate as a page' }));

  await page.waitForURL('**/certificate?**');
  const text = await textOf(page);
  expect(text).toContain('المشاركة في ورشة عمل');
  expect(text).toContain('Workshop Participation');
  expect(text.match(new RegExp(NAME, 'g'))).toHaveLength(1);
  expect(await page.locator('.sheet [lang=ar][dir=rtl]').count()).toBeGreaterThan(5);
  expect(await page.getByRole('button', { name: 'Print', exact: true }).isVisible()).toBe(false);
  const { pages, width, height } = await openPdf(new Uint8Array(await page.pdf(BY_ITS_OWN_SIZE)));
  expect([pages, width, height]).toEqual([1, 612, 792]);
  await context.close();
});

const BY_ITS_OWN_SIZE = { preferCSSPageSize: true } as const;

test.each(VARIANTS)(
  'one page is printed from a phone, in either direction: “%s”',
  async (query) => {
    const context = await phone();
    const page = await context.newPage();
    for (const address of [english, arabic]) {
      for (const second of ['', address === english ? 'with=ar' : 'with=en']) {
        await page.goto(`${address}/certificate${query === '' ? '?' : `${query}&`}${second}`);
        await page.evaluate('document.fonts.ready');
        const printed = await openPdf(new Uint8Array(await page.pdf(BY_ITS_OWN_SIZE)));
        expect(printed.pages).toBe(1);
        expect(printed.width > printed.height).toBe(!query.includes('portrait'));
      }
    }
    await context.close();
  },
);

test.each(['en', 'ar'])('the page is accessible on a phone, in %s', async (locale) => {
  const context = await phone({ locale });
  const page = await context.newPage();
  for (const address of [`${english}/certificate`, `${arabic}/certificate?with=en`]) {
    await page.goto(address);
    await expectAccessible(page, address);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  }
  await page.goto(english);
  for (const summary of await page.locator('summary').all()) await summary.click();
  await expectAccessible(page, 'all that is folded away');
  await context.close();
});

test('with letters of twice their size nothing is wider than a small phone', async () => {
  const context = await phone();
  const page = await context.newPage();
  await page.setViewportSize({ width: 320, height: 740 });
  for (const path of ['', '/certificate?with=ar']) {
    await page.goto(english + path);
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect([path, await page.evaluate(WIDER)]).toEqual([path, []]);
  }
  await context.close();
});

/** What reaches over the edge of the page or of the frame around the certificate. */
const WIDER = `(() => {
  const frame = document.querySelector('.sheet')?.getBoundingClientRect();
  const over = (one, edges) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 1 && (left < edges.left || right > edges.right);
  };
  return [...document.querySelectorAll('body *')]
    .filter((one) => over(one, { left: 0, right: 320 }) || (frame && one.closest('.sheet') && over(one, frame)))
    .map((one) => one.outerHTML.slice(0, 80));
})()`;

test('a screen reader hears headings, facts and the address, each in its language', async () => {
  const context = await phone();
  const page = await context.newPage();
  await page.goto(`${english}/certificate?with=ar`);

  const heard = await page.locator('main').ariaSnapshot();
  for (const line of [
    '- article "Certificate of training شهادة تدريب"',
    '- heading "Certificate of training شهادة تدريب" [level=1]',
    '- heading "Workshop Participation" [level=2]',
    '- heading "المشاركة في ورشة عمل" [level=2]',
    '- heading "What it does not say" [level=3]',
    '- term: Recognised by',
    '- definition: Demonstration User Group',
    `- link "${english}"`,
    '- heading "Paper and languages" [level=2]',
  ]) {
    expect(heard).toContain(line);
  }
  expect(heard).not.toContain('- img');
  await context.close();
});

/** The names of the fonts that a page loaded, without digests and one for both weights. */
async function fontsOf(context: BrowserContext, address: string): Promise<readonly string[]> {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await page.evaluate('document.fonts.ready');
  await page.close();
  expect(asked.filter((url) => !url.startsWith(laurel.url))).toEqual([]);
  const files = asked.flatMap((url) => /\/fonts\/([\w-]+)\./.exec(url)?.[1] ?? []);
  return [...new Set(files)].sort();
}

test('a page loads the fonts that its letters need, from here, and no others', async () => {
  const context = await phone();
  const named = async (username: string) =>
    (await aCredential(laurel, { recipients: [{ username }] })).page;

  expect(await fontsOf(context, `${await named('Ɓoyi Marubuciya ƙarama')}/certificate`)).toEqual([
    'noto-sans-latin-african',
  ]);
  expect(await fontsOf(context, `${await named('Łukasz of Łódź')}/certificate`)).toEqual([
    'noto-sans-latin-european',
  ]);
  expect(await fontsOf(context, `${await named('জ্যোৎস্না')}/certificate?with=ar`)).toEqual([
    'noto-naskh-arabic',
    'noto-sans-bengali',
    'noto-sans-latin',
  ]);
  const han = await fontsOf(context, `${await named('駱麗娟')}/certificate`);
  expect(han[0]).toBe('noto-sans-latin');
  expect(han.slice(1).every((file) => file.startsWith('noto-sans-sc-'))).toBe(true);
  expect(han.length).toBeLessThanOrEqual(4);
  expect(await fontsOf(context, english)).toEqual([]);
  await context.close();
});

test('the button prints, and who has no script does not see it', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await phone({ javaScriptEnabled });
    const page = await context.newPage();
    await page.addInitScript('window.print = () => { document.title = "printed" }');
    await page.goto(`${english}/certificate`);
    const button = page.getByRole('button', { name: 'Print', exact: true });
    expect(await button.isVisible()).toBe(javaScriptEnabled);
    if (javaScriptEnabled) {
      await button.click();
      expect(await page.title()).toBe('printed');
    }
    await context.close();
  }
});

test('fonts are kept for ever under the name of their bytes, and come with their licence', async () => {
  const html = await (await fetch(`${english}/certificate`)).text();
  const [font = ''] = /\/fonts\/noto-sans-latin[\w.-]+\.woff2/.exec(html) ?? [];
  const served = await fetch(laurel.url + font);
  expect(served.status).toBe(200);
  expect(served.headers.get('content-type')).toBe('font/woff2');
  expect(served.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(served.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect((await served.arrayBuffer()).byteLength).toBeLessThan(30_000);
  expect(await (await fetch(`${laurel.url}/fonts/OFL.txt`)).text()).toContain(
    'SIL OPEN FONT LICENSE',
  );
  for (const none of ['/fonts/none.0123456789ab.woff2', '/fonts/noto-sans-sc.json', '/fonts/']) {
    expect((await fetch(laurel.url + none)).status).toBe(404);
  }
});

test('only this page may load fonts, and only its own stylesheet is applied', async () => {
  const page = await fetch(`${english}/certificate`);
  expect(page.headers.get('content-security-policy')).toContain("font-src 'self'");
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline');
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  const other = await fetch(english, { headers: { accept: 'text/html' } });
  expect(other.headers.get('content-security-policy')).not.toContain('font-src');
});

test.each(['.pdf', '/certificate'])(
  '%s refuses paper and languages that it does not have',
  async (form) => {
    const offered: Readonly<Record<string, string>> = {
      'paper=a3': 'a4, letter',
      'orientation=upside-down': 'landscape, portrait',
      'with=tlh': 'ar',
      'with=en': 'ar',
    };
    for (const [query, values] of Object.entries(offered)) {
      const problem = await expectProblem(await fetch(`${english}${form}?${query}`), {
        reason: 'request_invalid',
      });
      expect(JSON.stringify(problem)).toContain(values);
    }
    expect((await fetch(`${english}${form}?paper=&orientation=&with=`)).status).toBe(200);
  },
);

test('the PDF is on the paper that was asked for', async () => {
  const sizes = VARIANTS.map(async (query) => {
    const pdf = await fetch(`${english}.pdf${query}`);
    const { width, height } = await openPdf(new Uint8Array(await pdf.arrayBuffer()));
    return [Math.round(width), Math.round(height)];
  });
  expect(await Promise.all(sizes)).toEqual([
    [842, 595],
    [792, 612],
    [595, 842],
    [612, 792],
  ]);
});
