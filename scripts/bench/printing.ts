import { readFileSync } from 'node:fs';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { certificateTexts, type Said } from '../../services/renderer/src/certificate-texts.ts';
import { launchChromium } from '../../test/support/chromium.ts';
import { useOf } from './process-tree.ts';

/** A page that a browser prints: what most systems do instead. */
export type Printing = {
  readonly cpuMs: number;
  readonly residentMiB: number;
  readonly bytes: number;
};

const PRINTED = 5;
const FONT = 'node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';

/** Prints the texts of a certificate in Chromium, each time in a new page of a browser that runs already. */
export async function measurePrinting(facts: CertificateFacts): Promise<Printing> {
  const browser = await launchChromium();
  try {
    const html = htmlOf(facts);
    let bytes = 0;
    const print = async () => {
      const page = await browser.newPage();
      await page.setContent(html, { waitUntil: 'load' });
      bytes = (await page.pdf({ format: 'A4', landscape: true })).length;
      await page.close();
    };
    await print();
    const before = useOf('chrom').cpuMs;
    for (let times = 0; times < PRINTED; times++) await print();
    const { cpuMs, residentMiB } = useOf('chrom');
    if (cpuMs === 0) throw new Error('There is no process of Chromium to be seen.');
    return { cpuMs: (cpuMs - before) / PRINTED, residentMiB, bytes };
  } finally {
    await browser.close();
  }
}

function htmlOf(facts: CertificateFacts): string {
  const texts = certificateTexts(facts);
  const said: readonly (Said | null)[] = [
    texts.heading,
    texts.holderLabel,
    texts.holder,
    texts.holderNote,
    texts.achievementLabel,
    texts.achievement,
    texts.description,
    ...texts.cells.flatMap(({ label, value, iso }) => [label, value, iso]),
    ...texts.statements.flatMap(({ label, text }) => [label, text]),
    texts.checkLabel,
    texts.check,
    texts.url,
    texts.footer,
  ];
  const font = readFileSync(FONT).toString('base64');
  const lines = said.map((one) => (one === null ? '' : `<p>${escaped(one.text)}</p>`));
  return `<style>@font-face { font-family: N; src: url(data:font/ttf;base64,${font}); } body { font: 12px N; }</style>${lines.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
