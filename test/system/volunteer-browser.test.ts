import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf, ORGANIZER } from '../../development/demonstration/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { callApi } from '../support/desk-calls.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { expectAccessibleUnscripted, PHONE } from '../support/phone.ts';

const USERNAME = 'Ladi of Dutse';
const NAME = 'Ladi Ɗanladi';
const NEVER = 'x'.repeat(17);

/** Of the achievement, in Hausa. */
const TITLE = 'Taimakon taro';

let laurel: Laurel;
let browser: Browser;
let directory: string;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  directory = await mkdtemp(join(tmpdir(), 'laurel-volunteer-'));
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
  await rm(directory, { recursive: true });
});

/** An achievement of the demonstration issuer whose texts are in English, Arabic and Hausa. */
async function anAchievementInHausa(): Promise<string> {
  const token = await laurel.stewardship.makeToken(
    laurel.issuer,
    accountIdOf(ORGANIZER),
    ['awards:read', 'achievements:write'],
    Math.floor(Date.now() / 1000) + 3_600,
  );
  const base = `/issuers/${laurel.issuer}/achievements`;
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await callApi(laurel, method, `${base}${path}`, body, token);
    if (!answer.ok) throw new Error(await answer.text());
    return z.looseObject({}).parse(await answer.json());
  };
  const { achievement } = await call('POST', '/drafts', { template: 'event-support' });
  const { revision, draft } = await call('GET', `/${achievement}/draft`);
  const translated = {
    ...Object(translatedTexts(draft)),
    name: { en: 'Event Support', ar: 'دعم الفعاليات', ha: TITLE },
  };
  const kept = await call('PUT', `/${achievement}/draft`, { revision, achievement: translated });
  const { objections } = await call('GET', `/${achievement}/draft`);
  const read = z.array(z.looseObject({ key: z.string() })).parse(objections);
  await call('POST', `/${achievement}/publish`, {
    revision: kept.revision,
    read: read.map(({ key }) => key),
  });
  return String(achievement);
}

/** Every text that is there in English, in Arabic and Hausa too. */
function translatedTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translatedTexts);
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value && typeof value.en === 'string') {
    return { ...value, ar: `بالعربية: ${value.en}`, ha: `A Hausa: ${value.en}` };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, translatedTexts(one)]),
  );
}

function phone(locale: string): Promise<BrowserContext> {
  return browser.newContext({ viewport: PHONE, locale, javaScriptEnabled: false });
}

/** Sends the form that goes to this address. */
async function send(page: Page, action: string): Promise<void> {
  await follow(page.locator(`form[action^="${action}"] button[type=submit]`).first());
}

/** Makes a credential by the form of the award's page; its id. */
async function make(page: Page, award: string, choose: (form: Page) => Promise<void>) {
  await page.goto(`${laurel.url}/me/awards/${award}`);
  const before = await idsOn(page);
  // A further one is folded up.
  for (const one of await page.locator('details > summary').all()) await one.click();
  await choose(page);
  const form = `form[action^="/me/awards/${award}/credentials"]`;
  await follow(page.locator(`${form} button:not([formaction])`));
  await page.locator('.done').waitFor();
  const [id] = (await idsOn(page)).filter((one) => !before.includes(one));
  if (id === undefined) throw new Error('nothing was made');
  await send(page, `/me/credentials/${id}/link`);
  await page.locator(`a[href^="/c/${id}"]`).first().waitFor();
  return id;
}

async function idsOn(page: Page): Promise<readonly string[]> {
  const html = await page.content();
  return [...new Set([...html.matchAll(/id="credential-(\w+)"/g)].map(([, id]) => id ?? ''))];
}

/** What a stranger is served, with the id that was asked for taken out. */
async function seen(path: string, id: string) {
  const answer = await fetch(`${laurel.url}${path.replace('{id}', id)}`, {
    headers: { accept: 'text/html' },
  });
  return { status: answer.status, body: (await answer.text()).replaceAll(id, '{id}') };
}

test('a volunteer owns a recognition, shows it as far as they wish, proves that it is theirs, hides it, and takes one back', async () => {
  const achievement = await anAchievementInHausa();
  const offer = await anOffer(laurel, USERNAME, { achievement });
  const holder = await (await phone('ar')).newPage();
  const partner = await (await phone('en')).newPage();
  const asked: string[] = [];
  for (const page of [holder, partner]) page.on('request', (request) => asked.push(request.url()));

  await holder.goto(`${laurel.url}${offer.claim}`);
  await expectAccessibleUnscripted(holder, 'claim before login');
  await follow(holder.locator('main a[href*="/login"]').first());
  await holder.getByRole('textbox').fill(USERNAME);
  await follow(holder.getByRole('button', { name: 'Allow' }));
  await expectAccessibleUnscripted(holder, 'offer');
  expect(await holder.locator('html').getAttribute('dir')).toBe('rtl');
  await send(holder, `${offer.claim}/accept`);

  const nameless = await make(holder, offer.award, async (form) => {
    await form.locator('[name=language]').selectOption('ar');
    await form.locator('[name=disclosure][value=none]').check();
  });
  await expectAccessibleUnscripted(holder, 'award with a credential');

  await holder.goto(`${laurel.url}/me/name`);
  await holder.locator('[name=name_1]').fill(NAME);
  await holder.locator('[name=language_1]').selectOption('ha');
  await follow(holder.locator('form[action*="/me/name"] button:not([name]):not(.aside)'));
  await expectAccessibleUnscripted(holder, 'the name before it is kept');
  await follow(holder.locator('[value=keep]'));
  await holder.waitForURL(/done=given/);
  const named = await make(holder, offer.award, async (form) => {
    await form.locator('[name=language]').selectOption('ha');
    await form.locator('[name=disclosure][value^=name]').first().check();
    await form.locator('#note').fill('For the radio station');
  });

  for (const id of [nameless, named]) {
    await partner.goto(`${laurel.url}/c/${id}`);
    expect(await partner.locator('.verdict.good').count()).toBe(1);
    expect(await partner.content()).not.toContain(USERNAME);
  }
  expect(await partner.locator('h1').innerText()).toBe(TITLE);
  expect(await partner.content()).toContain(NAME);
  await partner.goto(`${laurel.url}/c/${nameless}`);
  expect(await partner.content()).not.toContain(NAME);

  const pdf = Buffer.from(await (await fetch(`${laurel.url}/c/${named}.pdf`)).arrayBuffer());
  await partner.goto(`${laurel.url}/verify`);
  await partner.locator('input[type=file]').setInputFiles({
    name: 'from-a-chat.pdf',
    mimeType: 'application/pdf',
    buffer: pdf,
  });
  await follow(partner.locator('form:has(input[type=file]) button[type=submit]'));
  await partner.locator('.verdict.good').waitFor();

  await partner.goto(`${laurel.url}/c/${nameless}`);
  await follow(partner.locator(`a[href^="/confirm/${nameless}"]`));
  await partner.locator('[name=asked_by]').fill('Radio Dutse');
  await send(partner, `/confirm/${nameless}`);
  const code = await partner.locator('.code').innerText();
  await holder.goto(`${laurel.url}/me`);
  await holder.locator('[name=code]').fill(code);
  await send(holder, '/me/confirm');
  await expectAccessibleUnscripted(holder, 'who asks');
  expect(await holder.locator('article').innerText()).toContain('Radio Dutse');
  await send(holder, '/me/confirm/');
  await partner.reload();
  expect(await partner.locator('.verdict.good').innerText()).toContain('Confirmed now');

  await holder.goto(`${laurel.url}/me`);
  await send(holder, '/me/hide');
  await expectAccessibleUnscripted(holder, 'everything hidden');
  for (const id of [nameless, named]) {
    for (const way of [
      '/c/{id}',
      '/c/{id}.json',
      '/c/{id}.pdf',
      '/c/{id}/embed',
      '/confirm/{id}',
    ]) {
      expect(await seen(way, id)).toEqual(await seen(way, NEVER));
    }
  }
  await partner.reload();
  expect(await partner.content()).not.toContain('Confirmed now');

  await send(holder, '/me/hidden/show');
  for (const id of [nameless, named]) expect((await seen('/c/{id}', id)).status).toBe(200);

  await holder.goto(`${laurel.url}/me/credentials/${named}/withdraw`);
  await expectAccessibleUnscripted(holder, 'before withdrawing');
  await send(holder, `/me/credentials/${named}/withdraw`);
  await partner.goto(`${laurel.url}/c/${named}`);
  expect((await seen('/c/{id}', named)).status).toBe(410);
  const tombstone = await partner.content();
  expect(tombstone).not.toContain(NAME);
  expect(tombstone).not.toContain(USERNAME);
  await partner.goto(`${laurel.url}/c/${nameless}`);
  expect(await partner.locator('.verdict.good').count()).toBe(1);

  const foreign = asked.filter(
    (url) => !url.startsWith(laurel.url) && !url.startsWith(laurel.standIn.url),
  );
  expect(foreign).toEqual([]);
});
