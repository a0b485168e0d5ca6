import type { Page } from 'playwright-core';
import type { Laurel } from './laurel.ts';
import { follow } from './led-on.ts';

/** Seen by name, whatever the language of the page. */
type SeenPage = 'list' | 'reading' | 'people' | 'check' | 'not_found' | 'terms' | 'award' | 'batch';

type Walk = {
  readonly laurel: Laurel;
  readonly organizer: string;
  /** A file's path. */
  readonly sheet: string;
  /** Called on each page of the way, before anything is done there. */
  readonly onPage?: (seen: SeenPage, page: Page) => Promise<void>;
};

/** Logs in by the pages of Laurel and of Wikimedia, back to the desk. */
export async function logInToDesk(page: Page, laurel: Laurel, organizer: string): Promise<void> {
  const path = `/desk/issuers/${laurel.issuer}/sheets`;
  await page.goto(`${laurel.url}/login?return=${encodeURIComponent(path)}`);
  await page.getByRole('textbox').fill(organizer);
  await follow(page.getByRole('button', { name: 'Allow' }));
  await page.waitForURL(`**${path}*`);
}

/**
 * Awards a sheet by the pages alone, with consent on paper, from login to the finished batch; the
 * address of the batch. Finds controls by their names, so that it works in every language.
 */
export async function awardInBrowser(
  page: Page,
  { laurel, organizer, sheet, onPage = async () => {} }: Walk,
): Promise<string> {
  await logInToDesk(page, laurel, organizer);
  await onPage('list', page);
  await page.locator('input[name=file]').setInputFiles(sheet);
  await page.locator('input[name=label]').fill('Archive day');
  await follow(page.locator('form[enctype] button[type=submit]'));

  await page.waitForURL(/\/reading/);
  await onPage('reading', page);
  await follow(page.locator('form[action*="/reading"] button:not([name])'));

  await page.waitForURL(/\/sheets\/\w+(\?.*)?$/);
  await page.locator('main:not(:has(progress))').waitFor();
  await onPage('people', page);
  const people = new URL(page.url());
  for (const pile of ['check', 'not_found'] as const) {
    people.searchParams.set('pile', pile);
    await page.goto(people.href);
    await onPage(pile, page);
    const settle = page.locator('button[value=settle_all]');
    if ((await settle.count()) > 0) await follow(settle);
  }

  await follow(page.locator('[value=go_on], a.button[href*="/terms"]'));
  await onPage('terms', page);
  await page.locator('[name=achievement]').selectOption('training-workshop-participation');
  await page.locator('[name=start]').fill('2026-11-14');
  await page.locator('[name=end]').fill('2026-11-15');
  await page.locator('[name=hours]').fill('٥');
  await page.locator('[name=consent][value=paper]').check();
  await follow(page.locator('form[action*="/terms"] button[type=submit]'));

  await page.waitForURL(/\/award/);
  await onPage('award', page);
  await page.locator('[name=declared]').check();
  await follow(page.locator('form[action*="/award"] button[type=submit]'));

  await page.waitForURL(/\/batches\//);
  await page.locator('main:not(:has(progress))').waitFor();
  await onPage('batch', page);
  return page.url();
}
