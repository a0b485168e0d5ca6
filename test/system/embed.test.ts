import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CATALOGUE } from '@laurel/catalogue/catalogue';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential, revoke } from '../support/awarding.ts';
import { launchChromium } from '../support/chromium.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

const HOLDER = 'Thandeka of Umlazi';

let laurel: Laurel;
let browser: Browser;
let page: string;
let award: string;
/** Another site, which answers every address with the page that it was last given. */
let site: Server;
let siteUrl: string;
let siteHtml = '';
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  ({ page, award } = await aCredential(laurel, { recipients: [{ username: HOLDER }] }));
  site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(siteHtml);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/portfolio`;
});
afterAll(async () => {
  await browser.close();
  site.close();
  await laurel.stop();
});

/** The HTML that the credential's page offers, unescaped. */
async function offered(of: string): Promise<string> {
  const html = await (await fetch(of)).text();
  const [, code = ''] = /<textarea id="embed"[^>]*>([^<]*)<\/textarea>/.exec(html) ?? [];
  return code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
}

/** Another site with a frame, as somebody sees it whose browser is so. */
async function framedIn(html: string, options: Parameters<Browser['newContext']>[0] = {}) {
  siteHtml = `<!doctype html><title>A portfolio</title>${html}`;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const visitor = await context.newPage();
  const requested: { url: string; referer: string | undefined }[] = [];
  visitor.on('request', (request) =>
    requested.push({ url: request.url(), referer: request.headers().referer }),
  );
  await visitor.goto(siteUrl);
  const frame = visitor.frames().at(1);
  if (frame === undefined) throw new Error('there is no frame');
  await frame.waitForLoadState();
  return { context, visitor, frame, requested };
}

const asked = (requested: readonly { url: string }[]) =>
  requested.map(({ url }) => url).filter((url) => !url.startsWith(new URL(siteUrl).origin));

test.each([
  { locale: 'en', colorScheme: 'light', word: 'Valid' },
  { locale: 'ar', colorScheme: 'dark', word: 'صالحة' },
] as const)(
  'the HTML that is offered shows the standing on another site, small, in $locale and $colorScheme',
  async ({ locale, colorScheme, word }) => {
    const { context, frame, requested } = await framedIn(await offered(page), {
      locale,
      colorScheme,
      javaScriptEnabled: true,
    });

    expect(await frame.locator('.word').innerText()).toBe(word);
    const link = frame.locator('a');
    expect(await link.count()).toBe(1);
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(asked(requested)).toEqual([`${page}/embed`]);
    expect(requested.find(({ url }) => url.startsWith(page))?.referer).toBeUndefined();
    expect(await context.cookies()).toEqual([]);
    await context.close();

    const alone = await browser.newContext({
      viewport: { width: 300, height: 120 },
      locale,
      colorScheme,
    });
    const small = await alone.newPage();
    await small.goto(`${page}/embed`);
    expect(
      await small.evaluate(
        '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]',
      ),
    ).toEqual([300, 120]);
    for (const part of ['.word', 'h1', '.issuer', '.more']) {
      const box = await small.locator(part).boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 999), part).toBeLessThanOrEqual(120);
    }
    await small.evaluate(axe.source);
    const { violations } = Object(await small.evaluate('axe.run()'));
    expect(violations.map(({ id }: { id: string }) => id)).toEqual([]);
    await alone.close();
  },
);

const SHORT = 'Taught newcomers to add trustworthy references';
const LONG = 'Taught newcomers to add trustworthy references to articles about women in science';
const ARABIC = 'علّم المساهمين الجدد إضافة مراجع موثوقة إلى المقالات عن النساء في العلوم';
const ONE_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
/** As long as a title may be, of letters that are wide in every font. */
const WIDEST = `${'WWWWW MMMMM '.repeat(10).trim()}W`;
const LONGEST_ARABIC = `${ARABIC}، حضوريًا وعن بُعد، حتى نهاية السنة`.slice(0, 120);

/** How many lines a title takes is its font's, and each machine has other fonts; `isCut` where it is so in all of them. */
test.each([
  { locale: 'en', title: SHORT, isCut: false },
  { locale: 'en', title: LONG },
  { locale: 'en', title: ONE_WORD },
  { locale: 'ar', title: ARABIC },
  { locale: 'en', title: WIDEST, isCut: true },
  { locale: 'ar', title: LONGEST_ARABIC },
])(
  'a long title has up to three lines, and is told whole: $title',
  async ({ locale, title, isCut }) => {
    const achievement = `long-${locale}-${title.length}`;
    await laurel.stewardship.putAchievements(
      laurel.issuer,
      CATALOGUE.achievements.slice(0, 1).map(({ themes, skillIds, sourceLines, ...facts }) => ({
        ...facts,
        slug: achievement,
        name: { en: title, [locale]: title },
        description: { ...facts.description, ar: 'نظّم ورشة.' },
        criteria: { ...facts.criteria, ar: 'يُمنح لمن نظّم ورشة.' },
        doesNotMean: { ...facts.doesNotMean, ar: 'لا يعني شيئًا آخر.' },
      })),
    );
    const { page: long } = await aCredential(laurel, { achievement, language: locale });
    const context = await browser.newContext({ viewport: { width: 300, height: 120 }, locale });
    const small = await context.newPage();
    await small.goto(`${long}/embed`);

    const heading = small.locator('h1');
    expect(await heading.getAttribute('title')).toBe(title);
    expect(await heading.textContent()).toBe(title);
    const [height, whole, lineHeight] = await small
      .locator('h1')
      .evaluate((shown) => [
        Object(shown).clientHeight,
        Object(shown).scrollHeight,
        Number.parseFloat(Object(globalThis).getComputedStyle(shown).lineHeight),
      ]);
    const wholeLines = Math.round(whole / lineHeight);
    expect(Math.round(height / lineHeight)).toBe(Math.min(wholeLines, 3));
    if (isCut !== undefined) expect(wholeLines > 3).toBe(isCut);
    for (const part of ['.word', 'h1', '.issuer', '.more']) {
      const box = await small.locator(part).boundingBox();
      expect(box?.y ?? -1, part).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 999), part).toBeLessThanOrEqual(120);
      expect((box?.x ?? 0) + (box?.width ?? 999), part).toBeLessThanOrEqual(300);
    }
    await context.close();
  },
);

test('it leads to the page in a window of its own, also without script', async () => {
  const { context, frame } = await framedIn(await offered(page), { javaScriptEnabled: false });
  const opened = context.waitForEvent('page');
  await frame.locator('a').click();
  const other = await opened;
  await other.waitForLoadState();
  expect(other.url()).toBe(page);
  await context.close();
});

test('it names no person, sets no cookie, is not kept, and can be framed; no other page can', async () => {
  const answer = await fetch(`${page}/embed`);
  const body = await answer.text();
  expect(body).not.toContain(HOLDER);
  expect(body).not.toMatch(/<script|<img|<link|url\(/);
  expect(Buffer.byteLength(body)).toBeLessThan(4_000);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  const policyOf = async (url: string) =>
    (await fetch(url)).headers.get('content-security-policy') ?? '';
  expect(await policyOf(`${page}/embed`)).toContain('frame-ancestors *');
  expect(await policyOf(`${laurel.url}/c/${'x'.repeat(17)}/embed`)).toContain('frame-ancestors *');
  for (const url of [page, `${page}/certificate`, `${laurel.url}/verify`, `${laurel.url}/`]) {
    expect(await policyOf(url), url).toContain("frame-ancestors 'none'");
  }
});

test('it says so once the holder switches the link off: the same as of one that never was', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Lerato of Soweto');
  const url = `${laurel.url}/c/${id}`;
  const nothing = await (await fetch(`${laurel.url}/c/${'x'.repeat(17)}/embed`)).text();
  const seen = async () => {
    const answer = await fetch(`${url}/embed`);
    return { status: answer.status, body: await answer.text() };
  };

  expect(await seen()).toEqual({ status: 404, body: nothing });
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  expect((await seen()).body).toContain('data-verdict="valid"');
  await session.post(`/me/credentials/${id}/link`, { link: 'off' });
  expect(await seen()).toEqual({ status: 404, body: nothing });
});

test('it is live: once the certificate is revoked it says that', async () => {
  await revoke(laurel, award, { reason: 'issued_in_error' });
  const { context, frame } = await framedIn(
    `<iframe src="${page}/embed" width="300" height="120" title="x"></iframe>`,
  );
  await expect.poll(() => frame.locator('.word').innerText()).toBe('Revoked');
  await context.close();
});

test('a method that it does not take is refused', async () => {
  expect((await fetch(`${page}/embed`, { method: 'POST' })).status).toBe(405);
});
