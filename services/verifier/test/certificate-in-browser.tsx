import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { artOf } from '@laurel/art/art';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { Paper } from '@laurel/core/paper';
import { readerOf } from '@laurel/http/reader';
import { htmlOf } from '@laurel/pages/document';
import type { BrowserContext, Page } from 'playwright-core';
import { fitOf } from '../src/certificate/fit.ts';
import { pageStyle } from '../src/certificate/page-style.ts';
import { printPage } from '../src/certificate/print-page.ts';
import { sheetOf, textsOf } from '../src/certificate/sheet.ts';
import { loadWords } from '../src/certificate/words-of-languages.ts';
import { chooseWebFonts } from '../src/fonts/choose-web-fonts.ts';
import { CertificatePage } from '../src/pages/certificate-page.tsx';

const FONTS = join(import.meta.dirname, '..', 'generated', 'web-fonts');
const ORIGIN = 'https://certificates.invalid';
const LOGO = '/logo';

/** Where the page of these facts lies, in a browser that reaches nothing else but our fonts. */
export async function openCertificate(
  context: BrowserContext,
  facts: CertificateFacts,
  paper: Paper,
): Promise<Page> {
  const html = await certificateHtml(facts, paper);
  const page = await context.newPage();
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
  return page;
}

async function certificateHtml(facts: CertificateFacts, paper: Paper): Promise<string> {
  const readList = (name: string) => readFile(join(FONTS, name), 'utf8');
  await loadWords(facts, readList);
  const sheet = sheetOf(facts);
  const art = artOf(facts);
  const page = printPage(paper);
  const fonts = await chooseWebFonts(textsOf(sheet), readList);
  return htmlOf(
    <CertificatePage
      id={facts.credentialId}
      title={facts.achievementName}
      sheet={sheet}
      art={art}
      logo={facts.logo === null ? null : LOGO}
      issuerName={facts.issuerName}
      style={pageStyle(fonts, page, fitOf(sheet, page), art.palette)}
      languages={[]}
      drafts={[]}
      choice={{ paper, second: null }}
      reader={readerOf(new Request(ORIGIN))}
    />,
  );
}

/** How full the sheet of a page that is shown as in print is, and whether anything sticks out of it. */
export type Fullness = {
  /** The sheet’s own height, as a share of the paper’s. */
  readonly height: number;
  /** Texts that reach over the frame or over another text beside them. */
  readonly outside: readonly string[];
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
  const sheet = document.querySelector('.sheet').getBoundingClientRect();
  const inset = (8 * 96) / 25.4;
  const texts = [...document.querySelectorAll('.sheet bdi, .sheet time, .sheet .check svg, .sheet .emblem')];
  const boxes = texts.map((one) => ({ said: one.textContent, box: one.getBoundingClientRect() }));
  const areas = [...document.querySelectorAll('.sheet .main > *, .sheet .check, .sheet > footer')].map((one) => one.getBoundingClientRect());
  const crossing = areas.flatMap((one, at) => areas.slice(at + 1).filter((other) =>
    one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1));
  return {
    height: sheet.height / window.innerHeight,
    outside: [
      ...boxes.filter(({ box }) => box.left < sheet.left + inset - 1 || box.right > sheet.right - inset + 1 || box.bottom > sheet.bottom - inset + 1 || box.top < sheet.top + inset - 1).map(({ said }) => said),
      ...crossing.map(() => 'a group that touches another'),
    ],
    smallest: Math.min(...texts.filter((one) => one.textContent !== '').map((one) => (parseFloat(getComputedStyle(one).fontSize) * 72) / 96)),
  };
})()`;
