import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { aCredential } from './awarding.ts';
import { launchChromium } from './chromium.ts';
import { type KeptFiles, keptFiles, tampered } from './kept-files.ts';
import { type Laurel, startLaurel } from './laurel.ts';

export const PHONE = { width: 360, height: 740 };

/** Whose `kept` is; `other` is Amina Sowah's. */
export const NAME = 'ليان الخطّاط';

type Opened = { readonly page: Page; readonly asked: readonly string[]; readonly said: string[] };

/** The page that verifies files without us, as somebody has it on their disk, and files to give to it. */
export type OfflinePage = {
  readonly laurel: Laurel;
  readonly browser: Browser;
  readonly html: string;
  readonly kept: KeptFiles;
  /** Where `kept` is from. */
  readonly address: string;
  readonly other: KeptFiles;
  /** Writes it to a disk, as it is or with another content; its address there. */
  readonly onDisk: (name: string, content?: string) => string;
  /** Opens it on a phone without a network. */
  readonly open: (locale?: string, content?: string, nowSeconds?: number) => Promise<Opened>;
  /** What the page says of files, in a fresh window. */
  readonly verdictOf: (
    files: readonly Uint8Array[],
    content?: string,
    nowSeconds?: number,
  ) => Promise<{
    readonly verdict: string | null;
    readonly findings: readonly string[];
    readonly text: string;
  }>;
  readonly stop: () => Promise<void>;
};

export async function startOfflinePage(): Promise<OfflinePage> {
  const directory = mkdtempSync(join(tmpdir(), 'laurel-offline-'));
  const laurel = await startLaurel();
  const browser = await launchChromium();
  const { page: address } = await aCredential(laurel, { recipients: [{ username: NAME }] });
  const another = await aCredential(laurel, { recipients: [{ username: 'Amina Sowah' }] });
  const html = await (await fetch(`${laurel.url}/verify/offline.html`)).text();
  const onDisk = (name: string, content = html) => {
    const file = join(directory, name);
    writeFileSync(file, content);
    return `file://${file}`;
  };
  const open: OfflinePage['open'] = (locale, content = html, nowSeconds) =>
    openOn(browser, onDisk('verify.html', content), locale, nowSeconds);
  return {
    laurel,
    browser,
    html,
    kept: await keptFiles(address),
    address,
    other: await keptFiles(another.page),
    onDisk,
    open,
    verdictOf: async (files, content, nowSeconds) =>
      saidOf(await open('en', content, nowSeconds), files),
    stop: async () => {
      await browser.close();
      await laurel.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

async function openOn(
  browser: Browser,
  address: string,
  locale = 'en',
  nowSeconds?: number,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: PHONE, locale });
  await context.setOffline(true);
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== address) asked.push(request.url());
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  if (nowSeconds !== undefined) await page.clock.setFixedTime(nowSeconds * 1000);
  await page.goto(address);
  await page.locator('h1').waitFor();
  return { page, asked, said };
}

async function saidOf({ page, asked, said }: Opened, files: readonly Uint8Array[]) {
  await choose(page, files);
  const verdict = (await page.locator('[data-verdict]').count())
    ? await page.locator('[data-verdict]').getAttribute('data-verdict')
    : await page.locator('#result .note').innerText();
  const findings = await page
    .locator('[data-check]')
    .evaluateAll((items) => items.map((item) => Object.values(Object(item).dataset).join(' ')));
  const text = await page.locator('#result').innerText();
  expect([asked, said]).toEqual([[], []]);
  await page.context().close();
  return { verdict, findings, text };
}

/** Gives files to the page, and waits until it has answered. */
export async function choose(page: Page, files: readonly Uint8Array[]): Promise<void> {
  const named = files.map((buffer, at) => ({
    name: `file-${at}`,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(buffer),
  }));
  await page.locator('#file').setInputFiles(named);
  await page.locator('#answer:focus').waitFor();
}

/** More hours than were signed. */
export function changed(bytes: Uint8Array, hours = '"value":"2.5'): Uint8Array {
  return tampered(bytes, hours, hours.replace('2.5', '9.5'));
}
