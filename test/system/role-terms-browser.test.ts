import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember } from '../support/members.ts';
import { expectAccessibleUnscripted, phoneOf } from '../support/phone.ts';

const ROLE = 'role-liaison';
const DAY_MS = 86_400_000;

let laurel: Laurel;
let browser: Browser;
let desk: string;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  desk = `/desk/issuers/${laurel.issuer}`;
  await aMember(laurel, 'Admin of Yendi', ['admin', 'reviewer']);
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

const dayFrom = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const pageOf = (username: string, path: string) =>
  phoneOf(browser, laurel, username, path, { javaScriptEnabled: false });

test.each(['en', 'ar'])(
  'on a phone without script, in %s: reminded, rests, comes back, steps down, hands over and is thanked',
  async (language) => {
    const name = `Serves in ${language}`;
    const period = { start: dayFrom(-300), end: dayFrom(40) };
    const own = { achievement: ROLE, period, hours: undefined, evidence: [] };
    const { award } = await anAcceptedAward(laurel, name, own);
    const worker = await laurel.runtime.miniflare.getWorker('laurel-desk');
    await worker.scheduled({ cron: '17 * * * *', scheduledTime: new Date() });
    const asked = `?uselang=${language}`;

    const admin = await pageOf('Admin of Yendi', `${desk}/achievements/${ROLE}/leaving${asked}`);
    await admin.locator('[name=thanks_1]').fill('Medaase – شكرًا');
    await admin.locator('[name=items_1]').fill('Keys of the room\nمفاتيح الخزانة');
    await expectAccessibleUnscripted(admin, 'leaving');
    await follow(admin.locator('form:has([name=thanks_1]) .actions button'));
    await expectAccessibleUnscripted(admin, 'leaving saved');

    const holder = await pageOf(name, `/me${asked}`);
    await expectAccessibleUnscripted(holder, 'reminded');
    const term = `/me/awards/${award}${asked}`;
    await holder.goto(laurel.url + term);
    await expectAccessibleUnscripted(holder, 'serving');
    const form = (step: string) => holder.locator(`form:has([value=${step}])`);
    await holder.locator('details:has([value=take_break]) > summary').click();
    await follow(form('take_break').getByRole('button'));
    await expectAccessibleUnscripted(holder, 'on a break');
    await follow(form('come_back').getByRole('button'));
    await holder.locator('details:has([value=step_down]) > summary').click();
    await follow(form('step_down').getByRole('button'));
    await expectAccessibleUnscripted(holder, 'stepped down');
    expect(await holder.content()).toContain('Medaase');

    const list = `/me/awards/${award}/hand-over${asked}`;
    await holder.goto(laurel.url + list);
    await follow(holder.locator('main form button').first());
    for (const _ of [0, 1]) await follow(holder.locator('form:has([value=yes]) button').first());
    await expectAccessibleUnscripted(holder, 'hand-over');

    await admin.goto(`${laurel.url}${desk}/terms${asked}`);
    await expectAccessibleUnscripted(admin, 'terms');
    await admin.goto(`${laurel.url}${desk}/awards/${award}/hand-over${asked}`);
    for (const _ of [0, 1]) await follow(admin.locator('form:has([value=yes]) button').first());
    await expectAccessibleUnscripted(admin, 'hand-over, the other side');
    await follow(admin.locator('form[action*="/thanks"] button'));
    await admin.goto(`${laurel.url}${desk}/awards/${award}${asked}`);
    await expectAccessibleUnscripted(admin, 'the award');
    await admin.goto(`${laurel.url}${desk}/terms/calendar${asked}`);
    await follow(admin.locator('main form button').first());
    await expectAccessibleUnscripted(admin, 'calendar');
    await holder.goto(laurel.url + list);
    expect(await holder.locator('.note.done').count()).toBe(1);
  },
);
