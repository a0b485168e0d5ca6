import { readFileSync } from 'node:fs';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { loadCertificateMessages } from '@laurel/i18n/certificate-messages';
import { badgePicture } from '../../services/renderer/src/badge.ts';
import { certificateTexts } from '../../services/renderer/src/certificate-texts.ts';
import { qrCode } from '../../services/renderer/src/qr.ts';
import type { Said } from '../../services/renderer/src/texts/said.ts';
import { launchChromium } from '../../test/support/chromium.ts';
import { certificateWords } from '../certificate-words.ts';
import { useOf } from './process-tree.ts';

/** A page that a browser prints: what most systems do instead. */
export type Printing = {
  readonly what: string;
  readonly cpuMs: number;
  readonly residentMiB: number;
  readonly bytes: number;
};

const PRINTED = 5;
const FONTS = 'node_modules/@expo-google-fonts/noto-sans';

/** Prints a certificate in Chromium: in a browser that is started for it, and in a new page of one that runs. */
export async function measurePrinting(facts: CertificateFacts): Promise<readonly Printing[]> {
  await loadCertificateMessages([facts.language], async (tag) => certificateWords(tag));
  const html = htmlOf(facts);
  const browser = await launchChromium();
  try {
    const print = async () => {
      const page = await browser.newPage();
      await page.setContent(html, { waitUntil: 'load' });
      const { length } = await page.pdf({ format: 'A4', landscape: true });
      await page.close();
      return length;
    };
    const bytes = await print();
    const first = useOf('chrom');
    if (first.cpuMs === 0) throw new Error('There is no process of Chromium to be seen.');
    for (let times = 0; times < PRINTED; times++) await print();
    const last = useOf('chrom');
    return [
      { what: 'printed by a Chromium that is started for it', ...first, bytes },
      {
        what: 'printed by a Chromium that runs already',
        cpuMs: (last.cpuMs - first.cpuMs) / PRINTED,
        residentMiB: last.residentMiB,
        bytes,
      },
    ];
  } finally {
    await browser.close();
  }
}

function htmlOf(facts: CertificateFacts): string {
  const texts = certificateTexts(facts);
  const { first, holder, url } = texts;
  const said: readonly (Said | null | undefined)[] = [
    first.labels?.heading,
    first.labels?.holderLabel,
    ...holder,
    first.labels?.holderNote,
    first.labels?.achievementLabel,
    first.achievement,
    first.description,
    ...first.cells.flatMap(({ label, value, iso }) => [label, value, iso]),
    ...first.statements.flatMap((one) => [one?.label, one?.text]),
    first.labels?.checkLabel,
    first.labels?.check,
    url,
    first.labels?.footer,
  ];
  const face = (file: string, weight: number) => {
    const font = readFileSync(`${FONTS}/${file}`).toString('base64');
    return `@font-face { font-family: N; font-weight: ${weight}; src: url(data:font/ttf;base64,${font}); }`;
  };
  const { modules, side } = qrCode(facts.url);
  const path = modules.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('');
  const lines = said.map((one) => (one ? `<p>${escaped(one.text)}</p>` : ''));
  return [
    `<style>${face('400Regular/NotoSans_400Regular.ttf', 400)}`,
    `${face('600SemiBold/NotoSans_600SemiBold.ttf', 600)}`,
    'body { font: 12px N; } p:nth-child(odd) { font-weight: 600; } svg { width: 178px; height: 178px; }',
    `</style>${badgePicture(facts, null)}<svg viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`,
    ...lines,
  ].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
