import type { Locator, Page } from 'playwright-core';

/**
 * Does what leads to another page, and waits until that page is there to be read. Playwright answers sooner: where
 * the machine is slow, what is read next is still the page that is being left.
 */
export async function ledOn(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), act()]);
}

/** Clicks a link, or a button that sends a form. */
export async function follow(locator: Locator): Promise<void> {
  // A page that loads itself anew until there is something to click is not the one that is waited for.
  await locator.waitFor();
  await ledOn(locator.page(), () => locator.click());
}
