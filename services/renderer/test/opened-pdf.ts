import { createCanvas, DOMMatrix, ImageData, Path2D } from '@napi-rs/canvas';
import jsQR from 'jsqr';

// pdf.js takes these from the global scope, and they must be of the same library as the canvas.
Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** A line of text as a reader's program sees it. Points, from the lower left corner of the page. */
export type TextRun = {
  /** Of the page that it is on, from 0 on. */
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
};

export type OpenedPdf = {
  readonly pages: number;
  /** Of the first page. */
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  /** All lines, with a space between them. */
  readonly text: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly links: readonly string[];
};

const POINTS_PER_INCH = 72;
/** How far the letters of Noto Sans reach, as shares of their size. */
const ASCENT = 0.72;
const DESCENT = 0.22;
/** The widest gap within a line, as a share of its height. */
const LARGEST_GAP = 0.4;
/** The gap that a space leaves where it stands at the end of a run, which pdf.js drops. */
const LEAST_SPACE = 0.1;

export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await loading.promise;
  const { info } = await document.getMetadata();
  const runs: TextRun[] = [];
  const links: string[] = [];
  let view: readonly number[] = [];
  for (let number = document.numPages; number > 0; number--) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const shown = items.flatMap((item) => ('str' in item ? [runOf(item, number - 1)] : []));
    runs.unshift(...lines(shown));
    for (const { url } of await page.getAnnotations()) {
      if (typeof url === 'string') links.push(url);
    }
    view = page.view;
  }
  const attachments: readonly Attachment[] = Object.values((await document.getAttachments()) ?? {});
  const opened = {
    pages: document.numPages,
    width: view[2] ?? 0,
    height: view[3] ?? 0,
    runs,
    text: runs.map(({ text }) => text).join(' '),
    metadata: { ...info },
    attachments: new Map(attachments.map(({ filename, content: file }) => [filename, file])),
    links,
  };
  await loading.destroy();
  return opened;
}

type TextItem = {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
};

function runOf({ str, width, transform }: TextItem, page: number): TextRun {
  const [size = 0, , , , left = 0, baseline = 0] = transform;
  return {
    page,
    text: str,
    left,
    right: left + width,
    bottom: baseline - size * DESCENT,
    top: baseline + size * ASCENT,
  };
}

/** Runs that stand side by side on one line, whichever way they run, as one. */
function lines(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs.filter(({ text }) => text !== '')) {
    const last = joined.at(-1);
    const gap =
      last === undefined ? Infinity : Math.max(run.left - last.right, last.left - run.right);
    const sameLine = last?.bottom === run.bottom && last.top === run.top;
    if (last === undefined || !sameLine || gap > (run.top - run.bottom) * LARGEST_GAP) {
      joined.push(run);
      continue;
    }
    joined[joined.length - 1] = {
      ...last,
      text: last.text + (gap > (run.top - run.bottom) * LEAST_SPACE ? ' ' : '') + run.text,
      left: Math.min(last.left, run.left),
      right: Math.max(last.right, run.right),
    };
  }
  return joined.filter(({ text }) => text.trim() !== '');
}

type Attachment = { readonly filename: string; readonly content: Uint8Array };

/** What a phone reads on the whole of the first page; null where it reads nothing. */
export async function readQrCode(bytes: Uint8Array, dotsPerInch = 150): Promise<string | null> {
  const { data, width, height } = await pageImage(bytes, dotsPerInch / POINTS_PER_INCH);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

/** How dark the first page is on average: 0 where it is white all over, 1 where it is black. */
export async function inkOf(bytes: Uint8Array): Promise<number> {
  const { data } = await pageImage(bytes, 1);
  let light = 0;
  for (let at = 0; at < data.length; at += 4) {
    // Rec. ITU-R BT.709, Section 3.
    light += 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
  }
  return 1 - light / (0xff * (data.length / 4));
}

/** The first page as a picture. */
export async function pageImage(bytes: Uint8Array, pixelsPerPoint: number): Promise<ImageData> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const page = await (await loading.promise).getPage(1);
  const viewport = page.getViewport({ scale: pixelsPerPoint });
  const width = Math.floor(viewport.width);
  const height = Math.floor(viewport.height);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const image = context.getImageData(0, 0, width, height);
  await loading.destroy();
  return image;
}
