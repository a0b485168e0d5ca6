import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Nothing that axe objects to, and nothing wider than the phone. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate('axe.run()');
  const { violations } = Object(found);
  expect(violations.map(({ id, nodes }: never) => [where, id, JSON.stringify(nodes)])).toEqual([]);
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect([where, wider]).toEqual([where, 0]);
}
