import { groupedSlipCode } from '@laurel/core/slip-code';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdf, readQrCode } from '../../services/renderer/test/opened-pdf.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { callSlips, makeSheet, sheetAt, showSlip, textOf } from '../support/slips.ts';

let laurel: Laurel;
let organizer: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, 'Prints the Slips', ['awarder']);
});
afterAll(() => laurel.stop());

/** The PDF of a sheet by the API. */
const pdfOf = (sheet: string, query = '') =>
  callSlips(laurel, 'GET', `/slips/${sheet.split('/').at(-1)}/print.pdf${query}`);

test('a sheet is printed from a PDF that has every slip which nobody has shown', async () => {
  const sheet = await makeSheet(laurel, organizer, { size: '7' });
  const { codes } = await sheetAt(laurel, sheet);
  await showSlip(laurel, 'Shows the Third', codes[2] ?? '');

  const answer = await organizer.get(`${sheet}/print.pdf?paper=letter`);

  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const bytes = await answer.bytes();
  const { text, width, metadata } = await openPdf(bytes);
  expect(Math.round(width)).toBe(612);
  expect(metadata).toMatchObject({ Title: 'Archive day in Łódź' });
  for (const [at, code] of codes.entries()) {
    const isShown = at === 2;
    expect(text.includes(groupedSlipCode(code)), `slip ${at + 1}`).toBe(!isShown);
    expect(text.includes(`No. ${at + 1} `), `slip ${at + 1}`).toBe(!isShown);
  }
});

test('the QR code of a slip leads to its claim', async () => {
  const sheet = await makeSheet(laurel, organizer, { size: '1' });
  const { codes } = await sheetAt(laurel, sheet);

  const read = await readQrCode(await (await pdfOf(sheet)).bytes());

  expect(read).toBe(`${laurel.origin}/claim/${codes[0]}`);
});

test('slips are in the language of whoever prints them, by pages and by the API', async () => {
  const sheet = await makeSheet(laurel, organizer, { size: '2' });
  const arabic = await openPdf(
    await (await organizer.get(`${sheet}/print.pdf?uselang=ar`)).bytes(),
  );
  const english = await openPdf(await (await pdfOf(sheet)).bytes());

  expect(arabic.metadata).toMatchObject({ Language: 'ar' });
  expect(arabic.text).toContain('رقم 1');
  expect(english.text).toContain('Log in with your Wikimedia account by');
  expect(Math.round(english.width)).toBe(595);
});

test('the pages of a sheet lead to its PDF on either paper, in the language that was chosen', async () => {
  const sheet = await makeSheet(laurel, organizer, { size: '2' });

  for (const page of [`${sheet}?uselang=ar`, `${sheet}/print?uselang=ar`]) {
    const html = await textOf(organizer, page);
    for (const paper of ['a4', 'letter']) {
      expect(html).toContain(`href="${sheet}/print.pdf?paper=${paper}&amp;uselang=ar"`);
    }
  }
});

test('an unknown paper, a sheet that has no slip left, and one that has ended are refused', async () => {
  const sheet = await makeSheet(laurel, organizer, { size: '1' });
  const { codes } = await sheetAt(laurel, sheet);
  await expectProblem(await pdfOf(sheet, '?paper=a5'), {
    reason: 'request_invalid',
    issue: '/paper',
  });
  await expectProblem(await pdfOf('/no-such-sheet'), { reason: 'slip_sheet_unknown' });

  await showSlip(laurel, 'Shows the Only One', codes[0] ?? '');
  await expectProblem(await pdfOf(sheet), { reason: 'slips_none_blank' });
  expect((await organizer.get(`${sheet}/print.pdf`)).status).toBe(409);

  const store = await privateStore(laurel);
  await store.prepare('update slip_sheets set ends_at_seconds = 1').run();
  await expectProblem(await pdfOf(sheet), { reason: 'slips_ended' });
  expect((await organizer.get(`${sheet}/print.pdf`)).status).toBe(410);
});
