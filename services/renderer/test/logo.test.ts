import { type PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { facts } from './facts.ts';
import { BAD_LOGOS, pngLogo, SVG_LOGO, svgLogo } from './logos.ts';
import { openPdf, pageImage } from './opened-pdf.ts';
import { touching } from './touching.ts';
import { IN_ARABIC, PAPERS } from './variants.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

/** Where a certificate shows the blue of the logos here, in points from the upper left corner. */
async function blueOf(pdf: Uint8Array) {
  const { data, width, height } = await pageImage(pdf, 1);
  const isBlue = (red = 0, green = 0, blue = 0) => red < 0x30 && green < 0x70 && blue > 0x90;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (!isBlue(data[at], data[at + 1], data[at + 2])) continue;
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
  }
  return { width: right - left, height: bottom - top, left, top };
}

test.each([
  ['an SVG', SVG_LOGO],
  ['a PNG', pngLogo(240, 100)],
])('%s is printed on every paper, in one language and two, where no text is', async (_, logo) => {
  for (const paper of PAPERS) {
    for (const second of [null, IN_ARABIC]) {
      const pdf = await running.renderer.renderPdf(facts({ logo, second }), paper);
      const blue = await blueOf(pdf);
      expect(blue.height).toBeGreaterThan(20);
      expect(blue.top).toBeGreaterThan(36);
      const { runs, height } = await openPdf(pdf);
      const place = {
        ...{ page: 0, text: 'the logo', left: blue.left, right: blue.left + blue.width },
        ...{ top: height - blue.top, bottom: height - blue.top - blue.height },
      };
      expect(touching([...runs, place])).toEqual([]);
      expect((await openPdf(pdf)).pages).toBe(1);
    }
  }
});

test('a logo keeps its shape and what is see-through in it, and adds little to the file', async () => {
  const logo = svgLogo('<circle cx="50" cy="50" r="50" fill="#0057b7"/>', 'viewBox="0 0 100 100"');
  const pdf = await running.renderer.renderPdf(facts({ logo }));
  const blue = await blueOf(pdf);
  expect(blue.width / blue.height).toBeCloseTo(1, 1);
  const images = await imagesOf(pdf);
  const sizes = images.map((image) => image.lookup(PDFName.of('Width'), PDFNumber).asNumber());
  expect(sizes).toEqual([240, 240]);
  expect(images.some((image) => image.has(PDFName.of('SMask')))).toBe(true);
  expect(pdf.length).toBeLessThan((await running.renderer.renderPdf(facts())).length + 12_000);
});

test('words in a logo are drawn', async () => {
  const logo = svgLogo('<text x="10" y="80" font-size="90" fill="#0057b7">WIKI</text>');
  expect((await blueOf(await running.renderer.renderPdf(facts({ logo })))).width).toBeGreaterThan(
    30,
  );
});

test('a picture of noise takes no more room than any other, and fewer pixels', async () => {
  let state = 1;
  const noise = Buffer.from(
    Array.from({ length: 100 * (1 + 4 * 100) }, (_, at) => {
      if (at % 401 === 0) return 0;
      state = (state * 48_271) % 0x7fffffff;
      return state & 0xff;
    }),
  );
  const { deflateSync } = await import('node:zlib');
  const logo = pngLogo(100, 100, deflateSync(noise));
  const pdf = await running.renderer.renderPdf(facts({ logo }));
  expect(await imagesOf(pdf)).not.toEqual([]);
  expect(pdf.length).toBeLessThan((await running.renderer.renderPdf(facts())).length + 42_000);
});

test.each(Object.entries(BAD_LOGOS))(
  'a logo %s is left out, and the certificate is the one without it',
  async (_, logo) => {
    const without = await running.renderer.renderPdf(facts());
    expect(await running.renderer.renderPdf(facts({ logo }))).toEqual(without);
  },
);

test('the same logo gives the same bytes, in a fresh process as well', async () => {
  const sample: CertificateFacts = facts({ logo: SVG_LOGO, second: IN_ARABIC });
  const drawn = await running.renderer.renderPdf(sample);
  expect(await running.renderer.renderPdf(sample)).toEqual(drawn);
  const fresh = await startRenderer(`${await build()}/laurel-renderer`);
  try {
    expect(await fresh.renderer.renderPdf(sample)).toEqual(drawn);
  } finally {
    await fresh.stop();
  }
});

async function imagesOf(pdf: Uint8Array): Promise<readonly PDFDict[]> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  return file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object.dict] : []))
    .filter((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of('Image'));
}
