import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edited, redrawing } from '../../services/renderer/test/edited-pdf.ts';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { expectAccessible } from '../support/accessible.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { follow } from '../support/led-on.ts';
import { aHolder } from '../support/recording.ts';
import { sendResume } from '../support/resume-form.ts';

const PHONE = { width: 360, height: 740 };
const HOLDER = 'Amina of Tamale';

let laurel: Laurel;
let browser: Browser;
let letter: Uint8Array<ArrayBuffer>;
let forged: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  laurel = await startLaurel();
  browser = await launchChromium();
  const { session, credentials } = await aHolder(laurel, HOLDER, [{}, {}]);
  const made = await sendResume(session, credentials, { as: 'letter', addressee: 'Museum of Wa' });
  letter = new Uint8Array(await made.arrayBuffer());
  const lines = (await openPdf(letter)).runs.map(({ text }) => text.replaceAll(/[…–]/g, '-'));
  const first = lines.findIndex((line) => line.includes(HOLDER));
  const change = (line: string, at: number) => (at === first ? 'Kofi of Tamale' : line);
  forged = await edited(letter, redrawing(lines.map(change)));
});
afterAll(async () => {
  await browser.close();
  await laurel.stop();
});

test.each([
  { locale: 'en', colorScheme: 'light' },
  { locale: 'ar', colorScheme: 'dark' },
] as const)(
  'the report on a letter, good and forged, is read on a phone and accessible, in $locale and $colorScheme',
  async ({ locale, colorScheme }) => {
    const context = await browser.newContext({ viewport: PHONE, locale, colorScheme });
    const phone = await context.newPage();
    for (const [name, file] of Object.entries({ letter, forged })) {
      await phone.goto(`${laurel.url}/verify`);
      const buffer = Buffer.from(file);
      await phone
        .locator('input[type="file"]')
        .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer });
      await follow(phone.locator('form button[type="submit"]').first());
      await phone.locator('[data-verdict]').first().waitFor();
      expect(await phone.locator('ol > li[data-verdict]').count()).toBe(2);
      expect(await phone.locator('li.fail[data-field="holder"]').count()).toBe(
        name === 'forged' ? 1 : 0,
      );
      expect(await phone.locator('[data-part="not-signed"]').isVisible()).toBe(true);
      expect(await phone.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await expectAccessible(phone, name);
    }
    await context.close();
  },
);
