import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessible.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { launchChromium } from '../support/chromium.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aMember } from '../support/members.ts';
import { anOfferToHolder } from '../support/offering.ts';
import { aTrained, letTrainersAward, TRAINING, WORKSHOP } from '../support/training.ts';

const PHONE = { width: 360, height: 740 };
const SHARED = 'knowledge-documenter';

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let laurel: Laurel;
let browser: Browser;
let member: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  member = await aMember(laurel, 'Zahra of Zagora', ['admin', 'reviewer']);
  await letTrainersAward(laurel, member, { begins: 'given' });
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

/** A phone on which somebody is signed in. */
async function phoneOf(session: BrowserSession): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE });
  await context.addCookies(
    [...session.cookies].map(([name, value]) => ({ name, value, url: laurel.origin })),
  );
  return context.newPage();
}

/** Looks at a page in both directions. */
async function looked(page: Page, path: string): Promise<void> {
  for (const language of ['en', 'ar']) {
    await page.goto(`${laurel.origin}${path}?uselang=${language}`);
    await expectAccessible(page, `${path} in ${language}`);
    const pictures = process.env.LAUREL_PICTURES;
    if (pictures !== undefined) {
      const name = path.replaceAll('/', '-');
      await page.screenshot({ path: `${pictures}/${name}-${language}.png`, fullPage: true });
    }
  }
}

test('a rule, a promise, a confirmation and a trainer’s desk, on a phone', async () => {
  const desk = `/desk/issuers/${laurel.issuer}`;
  const own = await phoneOf(member);
  await looked(own, `${desk}/achievements/${TRAINING}/trainers`);
  const { award, claim, session } = await anOfferToHolder(laurel, 'Ṣadé of Ṣagámù', {
    achievement: TRAINING,
    shareOut: { until: dayIn(20), achievement: SHARED },
  });
  const phone = await phoneOf(session);
  await looked(phone, claim);
  await phone.goto(`${laurel.origin}${claim}`);
  await follow(phone.getByRole('button', { name: 'Accept' }));
  await looked(phone, `/me/awards/${award}`);
  await looked(own, desk);
  await looked(own, `${desk}/members`);
  await own.goto(`${laurel.origin}${desk}/members`);
  await follow(own.getByRole('button', { name: 'Let them award' }));
  await looked(own, `${desk}/members`);
  await looked(phone, desk);
  await phone.goto(`${laurel.origin}${desk}/sheets`);
  await phone.getByLabel('List').first().fill('Lina of Kano');
  for (const part of ['/sheets', '/slips', '/imports', '/batches'])
    await looked(phone, `${desk}${part}`);
  await phone.goto(`${laurel.origin}/me/awards/${award}`);
  await phone.getByText('Step down from awarding').first().click();
  await follow(phone.getByRole('button', { name: 'Step down from awarding' }));
  expect(await phone.content()).toContain('You stepped down from awarding');
});

test('a promise is reminded of, kept, asked for again and recognised, on a phone', async () => {
  const queue = `/desk/issuers/${laurel.issuer}/share-outs`;
  const { award, session } = await anAcceptedAward(laurel, 'Nadia of Nefta', {
    achievement: 'event-support',
    shareOut: { until: dayIn(5), achievement: SHARED },
  });
  const phone = await phoneOf(session);
  await looked(phone, '/me');
  await looked(phone, `/me/awards/${award}/share-out`);
  const give = async (address: string) => {
    await phone.goto(`${laurel.origin}/me/awards/${award}/share-out`);
    await phone.getByLabel('Where it can be seen or read').fill(address);
    await follow(phone.getByRole('button', { name: 'Give it to the group' }));
  };
  await phone.goto(`${laurel.origin}/me/awards/${award}/share-out`);
  await phone.getByLabel('Where it can be seen or read').fill('https://user:word@example.org/');
  await follow(phone.getByRole('button', { name: 'Give it to the group' }));
  await expectAccessible(phone, 'a mistake');
  expect(await phone.getByLabel('Where it can be seen or read').inputValue()).toContain(
    'user:word',
  );
  await give(`https://example.org/${'a-long-address/'.repeat(20)}`);
  const own = await phoneOf(member);
  await looked(own, queue);
  await own.goto(`${laurel.origin}${queue}`);
  await own.getByText('Ask for it again').first().click();
  await own.getByLabel('Kind words').fill('Lovely! Could you look at the address once more?');
  await follow(own.getByRole('button', { name: 'Ask for it again' }));
  await looked(phone, `/me/awards/${award}/share-out`);
  await give('https://example.org/talk');
  await own.goto(`${laurel.origin}${queue}`);
  await follow(own.getByRole('button', { name: 'Recognise it' }));
  await looked(own, queue);
  await looked(phone, `/me/awards/${award}`);
  expect(await phone.content()).not.toContain('Kind words');
});

test('a list’s terms ask for a promise, on a phone', async () => {
  const { session } = await aTrained(laurel, 'Terms of Taza');
  const page = await phoneOf(await aMember(laurel, 'Awards of Assa', ['awarder']));
  await page.goto(`${laurel.origin}/desk/issuers/${laurel.issuer}/slips`);
  await page.getByText('Ask them to share what they learned').click();
  await expectAccessible(page, 'terms');
  expect(await page.locator(`select[name=sharing] option[value=${WORKSHOP}]`).count()).toBe(1);
  expect((await session.get('/me')).status).toBe(200);
});
