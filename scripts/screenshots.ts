import { mkdirSync } from 'node:fs';
import { awardInBrowser } from '../test/support/award-in-browser.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { startLaurel } from '../test/support/laurel.ts';
import { aMember } from '../test/support/members.ts';
import { certificatePictures } from './screenshots/certificates.ts';

/** Pictures of certificates, and of the main way through the desk on a phone. */
const DIRECTORY = 'docs/screenshots';
const SHEET = 'packages/sheet/test/sheets/workshop-indonesia.csv';
const PHONE = { width: 390, height: 844 };
const ORGANIZER = 'Wanjiru of the Archive';

mkdirSync(DIRECTORY, { recursive: true });
await certificatePictures(DIRECTORY);

const laurel = await startLaurel();
const browser = await launchChromium();
try {
  await aMember(laurel, ORGANIZER, ['awarder', 'admin']);
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 1 });
  await awardInBrowser(await context.newPage(), {
    laurel,
    organizer: ORGANIZER,
    sheet: SHEET,
    onPage: async (seen, page) => {
      await page.screenshot({ path: `${DIRECTORY}/${seen}.png` });
    },
  });
} finally {
  await browser.close();
  await laurel.stop();
}
