import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { createCanvas, type ImageData, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { type DrawnRun, drawnRuns } from './drawn-text.ts';
import { pageImage } from './opened-pdf.ts';
import type { ScriptSample } from './scripts.ts';
import { fontFilesFor } from './shaped-text.ts';

/** Ink from 0 (paper) to 1, cropped to where there is any; rows from the top. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly ink: Float64Array;
};

/** Pixels to an em in every picture. */
export const EM = 72;
const LEFT = 60;
const BASELINE = 300;

/** What a certificate draws for a text, alone on its page. */
export async function certificatePicture(pdf: Uint8Array, text: string): Promise<Picture> {
  const [line, ...more] = await linesThatSpell(pdf, text);
  if (line === undefined || more.length > 0) throw new Error('The text takes more than one line.');
  return linePicture(pdf, line);
}

/** A line of a text: what it says, and the runs that draw it. */
export type DrawnLine = { readonly text: string; readonly runs: readonly DrawnRun[] };

/** The lines, from the top down, that a certificate draws a text in. */
export async function linesThatSpell(pdf: Uint8Array, text: string): Promise<readonly DrawnLine[]> {
  const rows = rowsOf(await drawnRuns(pdf));
  for (const first of rows.keys()) {
    const lines: DrawnLine[] = [];
    let rest = text;
    for (const runs of rows.slice(first)) {
      const line = beginningOf(rest, runs);
      if (line === null) break;
      lines.push({ text: line, runs });
      rest = rest.slice(line.length).trimStart();
      if (rest === '') return lines;
    }
  }
  throw new Error('The certificate does not draw the text in lines of its own.');
}

/** Runs on one baseline, from left to right; the topmost baseline first. */
function rowsOf(runs: readonly DrawnRun[]): readonly (readonly DrawnRun[])[] {
  const rows = Map.groupBy(runs, ({ baseline, size }) => `${baseline} ${size}`);
  return [...rows.values()]
    .map((row) => row.toSorted((one, other) => one.left - other.left))
    .sort(([one], [other]) => (other?.baseline ?? 0) - (one?.baseline ?? 0));
}

/** The part of a text, from its beginning on, that has the letters of these runs; null where none has. */
function beginningOf(text: string, runs: readonly DrawnRun[]): string | null {
  const letters = sorted(runs.map((run) => run.text).join(''));
  const ends = [...text].map(
    (
      (end) => (character: string) =>
        (end += character.length)
    )(0),
  );
  const end = ends.find((one) => sorted(text.slice(0, one)) === letters);
  return end === undefined ? null : text.slice(0, end).trim();
}

/** One line alone on its page. */
export async function linePicture(pdf: Uint8Array, { runs }: DrawnLine): Promise<Picture> {
  const start = Math.min(...runs.map(({ left }) => left));
  const at = ({ left, size }: DrawnRun) => ((left - start) / size) * EM;
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  const { node } = file.getPage(0);
  const shown = runs.map(
    (run) => `/LaurelLtr ${EM} Tf 1 0 0 1 ${LEFT + at(run)} ${BASELINE} Tm <${run.codes}> Tj`,
  );
  const content = file.context.flateStream(`BT ${shown.join('\n')} ET`);
  node.set(PDFName.of('Contents'), file.context.register(content));
  const ends = runs.map((run) => at(run) + (run.advance * EM) / 1000);
  file.getPage(0).setWidth(2 * LEFT + Math.max(...ends));
  return cropped(await pageImage(await file.save(), 1));
}

/** Digits and Latin letters, which certificates draw in one font whatever stands around them. */
const PLAIN_RANGE = 'U+30-39, U+41-5A, U+61-7A';

/** The same text in the same font as Chromium draws it; or, `unshaped`, with each character by itself. */
export async function chromiumPicture(
  browser: Browser,
  sample: ScriptSample,
  text: string,
  unshaped = false,
): Promise<Picture> {
  const { plain, own } = fontFilesFor(sample, text);
  const face = (family: string, file: string, range: string) =>
    `@font-face { font-family: ${family}; font-weight: 100 900; unicode-range: ${range};
     src: url(data:font/ttf;base64,${readFileSync(file).toString('base64')}); }`;
  const faces = [
    ...(plain === null ? [] : [face('Plain', plain, PLAIN_RANGE), face('Latin', plain, 'U+20-7E')]),
    ...own.map((file, index) => face(`F${index}`, file, 'U+0-10FFFF')),
  ];
  const families = ['Plain', ...own.map((_, index) => `F${index}`)].join();
  // A space is of the word before it.
  const words = text.replace(/[A-Za-z]+ /g, '<i>$&</i>');
  const characters = [...text].map((one) => `<span>${one === ' ' ? '&nbsp;' : one}</span>`);
  const page = await pageOf(browser);
  await page.setContent(
    `<style>${faces.join('')} body { margin: 0; padding: 120px 60px; background: #fff; color: #000;
     white-space: nowrap; font: 600 ${EM}px ${families}; } span { display: inline-block; }
     i { font: 600 ${EM}px Latin, ${families}; }</style>
     <body lang="${sample.language}" dir="auto">${unshaped ? characters.join('') : words}</body>`,
  );
  await page.evaluate('document.fonts.ready');
  const image = await loadImage(await page.screenshot());
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return cropped(context.getImageData(0, 0, image.width, image.height));
}

const pages = new WeakMap<Browser, Promise<Page>>();

/** One page for all pictures: to open one for each takes longer than what is drawn on it. */
function pageOf(browser: Browser): Promise<Page> {
  const page = pages.get(browser) ?? browser.newPage({ viewport: { width: 2400, height: 400 } });
  pages.set(browser, page);
  return page;
}

/**
 * How far two pictures are apart where they differ most, in any piece an em wide: 0 where they are alike,
 * 1 where the ink of one is nowhere that of the other. Both are blurred a little before, and laid over
 * each other as well as a pixel allows, as two programs smooth edges in different ways.
 */
export function difference(one: Picture, other: Picture): number {
  const width = Math.max(one.width, other.width) + 4;
  const height = Math.max(one.height, other.height) + 4;
  const still = blurred(one, { width, height, left: 2, top: 2 });
  const moving = blurred(other, { width, height, left: 2, top: 2 });
  const moves = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => down * width + right));
  return Math.min(...moves.map((move) => apart(still, moving, move, width)));
}

/** Less ink than this share of a piece that is full says nothing of the piece. */
const LEAST_INK = 0.02;

/** `move`: by how many places of the array the second picture is moved. */
function apart(a: Float64Array, b: Float64Array, move: number, width: number): number {
  const height = a.length / width;
  const columns = Array.from({ length: width }, (_, x) => {
    let [differing, all] = [0, 0];
    for (let at = x; at < a.length; at += width) {
      const [one, other] = [a[at] ?? 0, b[at - move] ?? 0];
      differing += Math.abs(one - other);
      all += one + other;
    }
    return { differing, all };
  });
  let most = 0;
  for (let left = 0; left < width; left += EM / 4) {
    const piece = columns.slice(left, left + EM);
    const all = piece.reduce((sum, column) => sum + column.all, 0);
    if (all < 2 * EM * height * LEAST_INK) continue;
    most = Math.max(most, piece.reduce((sum, column) => sum + column.differing, 0) / all);
  }
  return most;
}

type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
};

/** A picture laid on a sheet, each pixel the mean of those around it. */
function blurred({ ink, width, height }: Picture, sheet: Sheet): Float64Array {
  const blur = new Float64Array(sheet.width * sheet.height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const share = (ink[y * width + x] ?? 0) / 9;
      if (share === 0) continue;
      for (const atY of [y - 1, y, y + 1].map((near) => near + sheet.top)) {
        for (const atX of [x - 1, x, x + 1].map((near) => near + sheet.left)) {
          if (atX < 0 || atY < 0 || atX >= sheet.width || atY >= sheet.height) continue;
          const at = atY * sheet.width + atX;
          blur[at] = (blur[at] ?? 0) + share;
        }
      }
    }
  }
  return blur;
}

/** Less ink than this is the edge of a smoothed edge. */
const FAINT = 0.25;

/** The ink of a picture in dark on white. */
export function cropped({ data, width, height }: ImageData): Picture {
  const inkAt = (x: number, y: number) => 1 - (data[4 * (y * width + x) + 1] ?? 255) / 255;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (inkAt(x, y) < FAINT) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  }
  const cut = { width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
  const ink = Float64Array.from({ length: cut.width * cut.height }, (_, index) =>
    inkAt(left + (index % cut.width), top + Math.floor(index / cut.width)),
  );
  return { ...cut, ink };
}

/** The letters of a text, whatever their order; the spaces at the ends of its lines are not drawn. */
function sorted(text: string): string {
  return [...text.replace(/[\s\u200b]/g, '')].sort().join('');
}
