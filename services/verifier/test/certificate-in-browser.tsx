import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { artOf } from '@laurel/art/art';
import { rosetteLine } from '@laurel/art/rosette';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { Paper } from '@laurel/core/paper';
import { readerOf } from '@laurel/http/reader';
import { htmlOf } from '@laurel/pages/document';
import type { Page } from 'playwright-core';
import { pageStyle } from '../src/certificate/page-style.ts';
import { pagesOf, textsBetween } from '../src/certificate/pages.ts';
import { printPage } from '../src/certificate/print-page.ts';
import { sheetOf, textsOf } from '../src/certificate/sheet.ts';
import { loadWords } from '../src/certificate/words-of-languages.ts';
import { chooseWebFonts } from '../src/fonts/choose-web-fonts.ts';
import { CertificatePage } from '../src/pages/certificate-page.tsx';

const FONTS = join(import.meta.dirname, '..', 'generated', 'assets');
const ORIGIN = 'https://certificates.invalid';
const LOGO = '/logo';

const PHONE = { width: 360, height: 740 };

/** Opens the page of these facts, in a browser on a phone that reaches nothing else but our fonts. */
export async function openCertificate(
  page: Page,
  facts: CertificateFacts,
  paper: Paper,
): Promise<void> {
  const html = await certificateHtml(facts, paper);
  await page.unrouteAll();
  await page.setViewportSize(PHONE);
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/fonts/')) {
      const body = await readFile(join(FONTS, pathname.slice('/fonts/'.length)));
      return route.fulfill({ body, contentType: 'font/woff2' });
    }
    if (pathname === LOGO && facts.logo !== null) {
      return route.fulfill({ body: Buffer.from(facts.logo.bytes), contentType: facts.logo.type });
    }
    return pathname === '/certificate'
      ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      : route.fulfill({ status: 404 });
  });
  await page.goto(`${ORIGIN}/certificate`);
  await page.evaluate('document.fonts.ready');
}

async function certificateHtml(facts: CertificateFacts, paper: Paper): Promise<string> {
  const readList = (name: string) => readFile(join(FONTS, name), 'utf8');
  await loadWords(facts, readList);
  const sheet = sheetOf(facts);
  const art = artOf(facts);
  const page = printPage(paper);
  const pages = pagesOf(sheet, page);
  const fonts = await chooseWebFonts([...textsOf(sheet), ...textsBetween(pages)], readList);
  return htmlOf(
    <CertificatePage
      id={facts.credentialId}
      title={facts.achievementName}
      pages={pages}
      art={art}
      lines={rosetteLine(facts.artSeed)}
      logo={facts.logo === null ? null : LOGO}
      issuerName={facts.issuerName}
      style={pageStyle(fonts, page, pages, art.palette)}
      languages={[]}
      drafts={[]}
      told={null}
      choice={{ paper, second: null }}
      reader={readerOf(new Request(ORIGIN))}
    />,
  );
}

/** How full the first sheet of a page that is shown as in print is, and whether anything sticks out of any. */
export type Fullness = {
  /** The first sheet’s own height, as a share of the paper’s. */
  readonly height: number;
  /** Texts that reach over the frame, and groups that touch each other. */
  readonly outside: readonly string[];
  /** How many pages all sheets take. */
  readonly pages: number;
  /** The size of the smallest letters, in points. */
  readonly smallest: number;
};

/** Measures the sheet as it will be printed. */
export async function fullnessOf(page: Page, paper: Paper): Promise<Fullness> {
  const { width, height } = printPage(paper);
  const pixels = (millimetres: number) => Math.round((millimetres * 96) / 25.4);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: pixels(width), height: pixels(height) });
  return page.evaluate(MEASURE);
}

const MEASURE = `(() => {
  const inset = (8 * 96) / 25.4;
  const all = (within, selector) => [...within.querySelectorAll(selector)];
  const boxOf = (one) => one.getBoundingClientRect();
  const sheets = all(document, '.sheet');
  const outside = sheets.flatMap((sheet) => {
    const frame = boxOf(sheet);
    const over = ({ left, right, top, bottom }) =>
      left < frame.left + inset - 1 || right > frame.right - inset + 1 || bottom > frame.bottom - inset + 1 || top < frame.top + inset - 1;
    const said = all(sheet, 'bdi, time, .check svg, .emblem, .issuer').filter((one) => over(boxOf(one))).map((one) => one.textContent || one.className);
    const areas = all(sheet, '.main > *, header > *, .check, .emblem, footer').map((one) => ({ one, box: boxOf(one) }));
    const touching = areas.flatMap(({ one, box: a }, at) => areas.slice(at + 1).filter(({ one: other, box: b }) =>
      !one.contains(other) && a.width > 0 && b.width > 0 && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      .map(({ one: other }) => one.outerHTML.slice(0, 40) + ' touches ' + other.outerHTML.slice(0, 40)));
    return [...said, ...touching];
  });
  const texts = sheets.flatMap((sheet) => all(sheet, 'bdi, time'));
  return {
    height: boxOf(sheets[0]).height / window.innerHeight,
    outside,
    pages: sheets.reduce((sum, one) => sum + Math.ceil(boxOf(one).height / window.innerHeight - 0.005), 0),
    smallest: Math.min(...texts.map((one) => (parseFloat(getComputedStyle(one).fontSize) * 72) / 96)),
  };
})()`;
