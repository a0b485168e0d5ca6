import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expectAccessible } from './accessible.ts';
import type { Laurel } from './laurel.ts';
import { follow } from './led-on.ts';

export const PHONE = { width: 360, height: 740 };

/** Logs in by the pages, on the way to a path. */
export async function logInOnWay(
  { url }: Laurel,
  page: Page,
  username: string,
  path: string,
): Promise<void> {
  await page.goto(`${url}/login?return=${encodeURIComponent(path)}`);
  await page.getByRole('textbox').fill(username);
  await follow(page.getByRole('button', { name: 'Allow' }));
  await page.waitForURL((at) => at.pathname === new URL(path, url).pathname);
}

/** Somebody's phone at a path, logged in by the pages. */
export async function phoneOf(
  browser: Browser,
  laurel: Laurel,
  username: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, ...options });
  const page = await context.newPage();
  await logInOnWay(laurel, page, username, path);
  return page;
}

/**
 * Fails where axe objects to a page on which no script runs: it looks at a copy, in which all is unfolded, in either
 * scheme of colours.
 */
export async function expectAccessibleUnscripted(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await page.context().browser()?.newContext({ viewport: PHONE, colorScheme });
    if (context === undefined) throw new Error('a page of no browser');
    const copy = await context.newPage();
    await copy.setContent(await page.content());
    await copy.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    await expectAccessible(copy, `${where}, ${colorScheme}`);
    await context.close();
  }
}
