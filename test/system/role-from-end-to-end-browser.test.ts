import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember } from '../support/members.ts';
import { offerMentoring } from '../support/mentoring.ts';
import { phoneOf } from '../support/phone.ts';

const ROLE = 'role-mentor';
const REVIEWER = 'Reviewer of Bolgatanga';
const [MENTOR, MENTEE, WITNESS, SUCCESSOR] = [
  'Abena of Navrongo',
  'Yakubu of Wa',
  'Memuna of Paga',
  'Atinga of Zuarungu',
] as const;
const DAY_MS = 86_400_000;

let laurel: Laurel;
let browser: Browser;
let desk: string;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  desk = `${laurel.url}/desk/issuers/${laurel.issuer}`;
  const admin = await aMember(laurel, REVIEWER, ['admin', 'reviewer']);
  const leaving = { language_1: 'en', thanks_1: 'Go well', items_1: 'The list of newcomers' };
  const kept = await admin.post(
    `/desk/issuers/${laurel.issuer}/achievements/${ROLE}/leaving`,
    leaving,
  );
  expect(kept.status).toBe(303);
  await offerMentoring(laurel, ROLE);
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

const dayFrom = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Somebody's phone, without script. */
const phoneAt = (username: string) =>
  phoneOf(browser, laurel, username, '/me', { javaScriptEnabled: false });

async function toldAbout(id: string): Promise<string> {
  const answer = await fetch(`${laurel.url}/c/${id}`, { headers: { accept: 'text/html' } });
  return answer.text();
}

test('a mentor is put forward, awarded, endorsed, rests, comes back, leaves, is thanked, and somebody follows', async () => {
  const [mentor, mentee, witness, reviewer] = await Promise.all(
    [MENTOR, MENTEE, WITNESS, REVIEWER].map(phoneAt),
  );
  if (!mentor || !mentee || !witness || !reviewer) throw new Error('a phone is missing');

  await mentor.goto(`${laurel.url}/me/mentoring/ask/${laurel.issuer}`);
  await mentor.locator('[name=username]').fill(MENTEE);
  await mentor.locator('[name=achievement]').selectOption(ROLE);
  await mentor.locator('[name=start]').fill(dayFrom(-300));
  await mentor.locator('[name=end]').fill(dayFrom(40));
  await mentor.locator('[name=language_1]').selectOption('yo');
  await mentor.locator('[name=themes]').first().check();
  await mentor.locator('[name=hoursBand]').first().check();
  await follow(mentor.locator('form[action*="/me/mentoring/ask/"] button').last());
  await follow(mentor.getByRole('button', { name: 'Ask them' }));
  await mentee.goto(`${laurel.url}/me/mentoring`);
  await follow(mentee.getByRole('button', { name: 'Yes, this is right' }));

  await reviewer.goto(`${desk}/mentorships`);
  await follow(reviewer.getByRole('link', { name: MENTOR }));
  await follow(reviewer.getByRole('button', { name: 'Make the offer' }));
  await reviewer.waitForURL(/\/batches\//);
  await reviewer.locator('main:not(:has(progress))').waitFor();
  await mentor.goto(`${laurel.url}/me`);
  await follow(mentor.locator('main a[href*="/claim/"]'));
  await follow(mentor.locator('form[action*="/accept"] button'));
  await mentor.waitForURL(/\/me\/awards\//);
  const own = mentor.url().replace(/\?.*/, '');
  const making = `form[action^="/me/awards/${own.split('/').at(-1)}/credentials"]`;
  await follow(mentor.locator(`${making} button:not([formaction])`));
  await mentor.locator('.done').waitFor();
  const [, id = ''] = /id="credential-(\w+)"/.exec(await mentor.content()) ?? [];
  await follow(mentor.locator(`form[action^="/me/credentials/${id}/link"] button`).first());
  await mentor.locator(`a[href^="/c/${id}"]`).first().waitFor();
  expect(await toldAbout(id)).toContain('Serving');

  await mentor.goto(`${own}/endorsements`);
  await mentor.locator('[name=username]').fill(WITNESS);
  await follow(mentor.locator('main form button').first());
  await follow(mentor.locator('[value=send]'));
  await witness.goto(`${laurel.url}/me/endorsing`);
  await follow(witness.locator('a.button[href*="/me/endorsing/"]'));
  await witness.locator('[name=behaviour]').selectOption('welcoming-newcomers');
  await witness
    .locator('[name=story]')
    .fill('Nobody who came to the reading room for the first time was left to find the way alone.');
  await witness.locator('[name=disclosure][value=account]').check();
  await follow(witness.locator('form:has([name=story]) button'));
  await mentor.goto(`${own}/endorsements`);
  await follow(mentor.locator('form[action*="/accept"] button'));
  expect(await (await fetch(`${laurel.url}/c/${id}/endorsements`)).text()).toContain(WITNESS);

  await mentor.goto(own);
  const step = async (name: string) => {
    const fold = mentor.locator(`details:has([value=${name}]) > summary`);
    if ((await fold.count()) > 0) await fold.click();
    await follow(mentor.locator(`form:has([value=${name}])`).getByRole('button'));
  };
  await step('take_break');
  expect(await toldAbout(id)).toContain('Serving');
  await step('come_back');
  await step('step_down');
  expect(await mentor.content()).toContain('Go well');
  const after = await toldAbout(id);
  expect(after).toContain('Served');
  expect(after).not.toContain('stepped down');
  expect(after).toContain('data-verdict="valid"');

  await mentor.goto(`${own}/hand-over`);
  await follow(mentor.locator('main form button').first());
  for (const one of [mentor, reviewer]) {
    if (one === reviewer) {
      await one.goto(`${desk}/awards/${own.split('/').at(-1)}/hand-over`);
    }
    while ((await one.locator('form:has([value=yes]) button').count()) > 0) {
      await follow(one.locator('form:has([value=yes]) button').first());
    }
  }
  await follow(reviewer.locator('form[action*="/thanks"] button'));
  await expect
    .poll(async () => {
      await mentor.goto(`${laurel.url}/me`);
      return mentor.locator('main a[href*="/claim/"]').count();
    })
    .toBe(1);
  await follow(mentor.locator('main a[href*="/claim/"]'));
  expect(await mentor.locator('main').textContent()).toContain('Graceful');
  await follow(mentor.locator('form[action*="/accept"] button'));

  await mentor.goto(`${laurel.url}/desk/nominate/${laurel.issuer}`);
  await mentor.locator('[name=username]').fill(SUCCESSOR);
  await mentor.locator('[name=achievement]').selectOption(ROLE);
  await mentor
    .locator('[name=story]')
    .fill('Sat beside me for a year, and knows where all of it is.');
  await mentor.locator('[name=url]').fill('https://meta.wikimedia.org/wiki/Help:Desk');
  await follow(mentor.locator('form[action*="/desk/nominate/"] button'));
  await follow(mentor.getByRole('button', { name: 'Yes, send' }));
  await reviewer.goto(`${desk}/nominations`);
  await follow(reviewer.getByRole('link', { name: SUCCESSOR }));
  await reviewer.locator('[name=start]').fill(dayFrom(0));
  await reviewer.locator('[name=end]').fill(dayFrom(300));
  await follow(reviewer.getByRole('button', { name: 'Make the offer' }));
  await reviewer.waitForURL(/\/batches\//);
  await reviewer.locator('main:not(:has(progress))').waitFor();
  const successor = await phoneAt(SUCCESSOR);
  await follow(successor.locator('main a[href*="/claim/"]'));
  await follow(successor.locator('form[action*="/accept"] button'));
  await successor.waitForURL(/\/me\/awards\//);
  expect(await successor.locator('main').textContent()).toContain('You serve from');
});
