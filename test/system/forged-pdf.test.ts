import { messagesFor } from '@laurel/i18n/messages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edited } from '../../services/renderer/test/edited-pdf.ts';
import {
  beginningWithAPicture,
  CHANGED_BY,
  changing,
  coveringWithAPicture,
  coveringWithShapes,
  hidingUnder,
  laying,
} from '../../services/renderer/test/forged-pdf.ts';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { checkIn, reportOnFile } from '../support/verifying.ts';

let laurel: Laurel;
let pdf: Uint8Array<ArrayBuffer>;
let lines: readonly string[];
beforeAll(async () => {
  laurel = await startLaurel();
  const { page } = await aCredential(laurel, { recipients: [{ username: 'Amina Sowah' }] });
  pdf = new Uint8Array(await (await fetch(`${page}.pdf`)).arrayBuffer());
  lines = (await openPdf(pdf)).runs.map(({ text }) => text.replaceAll('…', '...'));
});
afterAll(() => laurel.stop());

async function pageOn(file: Uint8Array<ArrayBuffer>, language: string): Promise<string> {
  const form = new FormData();
  form.set('file', new File([file], 'certificate.pdf'));
  const headers = { 'accept-language': language };
  return (await fetch(`${laurel.url}/verify`, { method: 'POST', body: form, headers })).text();
}

describe('a certificate that holds what was signed and shows another name', () => {
  test.each([
    { how: 'in a picture over it', forgery: coveringWithAPicture, finding: 'hidden_text' },
    { how: 'in shapes over it', forgery: coveringWithShapes, finding: 'hidden_text' },
    { how: 'on a page before it', forgery: beginningWithAPicture, finding: 'not_all_read' },
    {
      how: 'in an attachment’s looks',
      forgery: laying('FileAttachment', 4),
      finding: 'drawn_over',
    },
    { how: 'in a link’s looks', forgery: laying('Link', 4), finding: 'drawn_over' },
    { how: 'once it is printed', forgery: laying('Stamp', 0b10_0100), finding: 'drawn_over' },
    { how: 'once a script wants it', forgery: laying('Stamp', 0b10), finding: 'drawn_over' },
  ])(
    '$how is not called valid, and the name that was signed is told',
    async ({ forgery, finding }) => {
      const report = await reportOnFile(laurel, await edited(pdf, forgery));

      expect(report.verdict).toBe('unknown');
      expect(checkIn(report, 'print')).toMatchObject({ result: 'warn', finding });
      const holder = report.printed?.fields.find(({ field }) => field === 'holder');
      expect(holder?.signed).toBe('Amina Sowah');
    },
  );

  test.each(['undrawn', 'white', 'tiny', 'transparent'] as const)(
    'in a picture under text that is %s is not called valid',
    async (how) => {
      const report = await reportOnFile(laurel, await edited(pdf, hidingUnder(lines, how)));

      expect(report.verdict).toBe('unknown');
      expect(checkIn(report, 'print')?.finding).toBe('hidden_text');
    },
  );

  test.each(CHANGED_BY)('by %s is not called valid', async (how) => {
    const report = await reportOnFile(laurel, await edited(pdf, changing(how)));

    expect(report.verdict).toBe('unknown');
    expect(checkIn(report, 'print')?.finding).toBe('can_change');
  });

  test.each([
    { language: 'en', says: 'Rely only on what was signed' },
    { language: 'ar', says: 'لا تعتمد إلا على ما وُقّع' },
  ])(
    'is told from one that merely could not be checked, in $language',
    async ({ language, says }) => {
      const html = await pageOn(await edited(pdf, coveringWithAPicture), language);

      const [, banner = ''] =
        /<div class="verdict care"[^>]*>(.*?)<\/div><\/div>/s.exec(html) ?? [];
      expect(banner).toContain(says);
      expect(html).toMatch(/data-field="holder">.*Amina Sowah/s);
      // Once in the banner, once among the checks.
      const found = messagesFor(language).message('check-print-hidden_text');
      expect(html.split(found)).toHaveLength(3);
    },
  );
});
