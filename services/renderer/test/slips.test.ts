import { createHash } from 'node:crypto';
import type { SlipSheetFacts } from '@laurel/contracts/renderer-rpc';
import { groupedSlipCode, MAX_SLIPS } from '@laurel/core/slip-code';
import jsQR from 'jsqr';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { openPdf, pageImage, type TextRun } from './opened-pdf.ts';
import { touching } from './touching.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

const DOTS_PER_POINT = 150 / 72;
const MARGIN = 28.35;
const PAPERS = { a4: [595.28, 841.89], letter: [612, 792] } as const;

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

function sheet(size: number, change: Partial<SlipSheetFacts> = {}): SlipSheetFacts {
  return {
    language: 'en',
    size: 'a4',
    event: 'Archive day in Łódź',
    issuerName: { text: 'Wikimedians of Tamale', language: 'en' },
    achievementName: { text: 'Workshop Participation', language: 'en' },
    typedAt: 'laurel.example/claim',
    madeOn: '2026-11-26',
    endsOn: '2026-12-26',
    slips: Array.from({ length: size }, (_, at) => {
      const code = String(4_711_000_000_000 + at * 7_919);
      return { number: at + 1, code, url: `https://laurel.example/claim/${code}` };
    }),
    ...change,
  };
}

/** What of a page's parts lies in the slip at this place, in the reading order of the direction. */
function slipAt(size: 'a4' | 'letter', place: number, isFromRight: boolean) {
  const [width, height] = PAPERS[size];
  const [slipWidth, slipHeight] = [(width - 2 * MARGIN) / 2, (height - 2 * MARGIN) / 4];
  const column = isFromRight ? 1 - (place % 2) : place % 2;
  const left = MARGIN + column * slipWidth;
  const top = MARGIN + Math.floor(place / 2) * slipHeight;
  return { left, right: left + slipWidth, top, bottom: top + slipHeight, pageHeight: height };
}

const isIn = (run: TextRun, slip: ReturnType<typeof slipAt>) =>
  run.left >= slip.left &&
  run.right <= slip.right &&
  run.top <= slip.pageHeight - slip.top &&
  run.bottom >= slip.pageHeight - slip.bottom;

test.each([
  ['en', 'a4', 'Archive day in Łódź', 'No. 3'],
  ['ar', 'letter', 'يوم الأرشيف في عمّان', 'رقم 3'],
] as const)(
  'every slip of a page in %s on %s says its number, its event and its code in that order, and its QR code is read at 150 dpi',
  async (language, size, event, third) => {
    const facts = sheet(8, { language, size, event });
    const bytes = await running.renderer.renderSlips(facts);
    const pdf = await openPdf(bytes);
    const picture = await pageImage(bytes, DOTS_PER_POINT);

    expect([pdf.width, pdf.height].map(Math.round)).toEqual(PAPERS[size].map(Math.round));
    expect(pdf.metadata).toMatchObject({ Title: event, Language: language });
    for (const [place, { code, url }] of facts.slips.entries()) {
      const slip = slipAt(size, place, language === 'ar');
      const said = pdf.runs.filter((run) => isIn(run, slip)).map(({ text }) => text);
      if (place === 2) expect(said[0]).toBe(third);
      expect(said[1]).toBe(event);
      expect(said).toContain('Wikimedians of Tamale');
      const at = said.indexOf(groupedSlipCode(code));
      expect(said[at - 1]).toContain('laurel.example/claim');
      expect(at).toBeLessThan(said.length - 1);
      expect(readIn(picture, slip)).toBe(url);
      expect(raggedIn(picture, slip, language === 'ar')).toBe(0);
    }
    expect(
      pdf.runs.filter(
        (run) => !facts.slips.some((_, at) => isIn(run, slipAt(size, at, language === 'ar'))),
      ),
    ).toEqual([]);
  },
);

/** What a phone reads that is held over one slip. */
function readIn(
  { data, width }: Awaited<ReturnType<typeof pageImage>>,
  slip: ReturnType<typeof slipAt>,
): string | null {
  const pixels = (points: number) => Math.round(points * DOTS_PER_POINT);
  const [left, top] = [pixels(slip.left), pixels(slip.top)];
  const [across, down] = [pixels(slip.right) - left, pixels(slip.bottom) - top];
  const part = new Uint8ClampedArray(4 * across * down);
  for (let row = 0; row < down; row++) {
    const start = 4 * ((top + row) * width + left);
    part.set(data.subarray(start, start + 4 * across), 4 * across * row);
  }
  return jsQR(part, across, down)?.data ?? null;
}

/** How many dots of a slip's code are neither ink nor white at 150 dpi: those on edges that lie between dots. */
function raggedIn(
  { data, width }: Awaited<ReturnType<typeof pageImage>>,
  slip: ReturnType<typeof slipAt>,
  isFromRight: boolean,
): number {
  const pixels = (points: number) => Math.round(points * DOTS_PER_POINT);
  const [near, far] = isFromRight
    ? [slip.right - 92, slip.right - 7]
    : [slip.left + 7, slip.left + 92];
  let ragged = 0;
  for (let y = pixels(slip.top + 7); y < pixels(slip.top + 92); y++) {
    for (let x = pixels(near); x < pixels(far); x++) {
      const red = data[4 * (y * width + x)] ?? 0;
      if (red > 48 && red < 240) ragged++;
    }
  }
  return ragged;
}

test('the longest texts that a sheet accepts stay on their slips, whole, and nothing touches', async () => {
  const event = `${'Ọjọ́ ìkówèépamọ́ ní Ìbàdàn, an archive day '.repeat(4)}of many words indeed.`;
  const name =
    'The Association of Volunteer Encyclopaedists, Photographers and Archivists of the Isles';
  const facts = sheet(8, {
    size: 'letter',
    event: event.slice(0, 200),
    issuerName: { text: name.repeat(2).slice(0, 160), language: 'en' },
    achievementName: {
      text: 'Regional Coordination for Libraries, '.repeat(4).trim(),
      language: 'en',
    },
  });

  const { runs } = await openPdf(await running.renderer.renderSlips(facts));

  const slip = slipAt('letter', 0, false);
  const own = runs.filter((run) => isIn(run, slip));
  const text = own.map((run) => run.text).join(' ');
  for (const whole of [facts.event, facts.issuerName.text, facts.achievementName.text]) {
    expect(text).toContain(whole.replace(/\s+/g, ' '));
  }
  expect(touching(own)).toEqual([]);
  expect(
    runs.every((run) => facts.slips.some((_, at) => isIn(run, slipAt('letter', at, false)))),
  ).toBe(true);
});

test('the largest sheet is one file of sixty-three pages that a phone takes', async () => {
  const bytes = await running.renderer.renderSlips(sheet(MAX_SLIPS));

  expect((await openPdf(bytes)).pages).toBe(63);
  expect(bytes.length).toBeLessThan(400_000);
});

test('the same slips are the same bytes, in a fresh process too', async () => {
  const facts = sheet(20, { event: 'মহাফেজখানা দিবস', issuerName: { text: 'اردو', language: 'ur' } });
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const first = digest(await running.renderer.renderSlips(facts));
  const other = await startRenderer(`${await build()}/laurel-renderer`);

  const fresh = digest(await other.renderer.renderSlips(facts));
  await other.stop();

  expect(fresh).toBe(first);
  expect(digest(await running.renderer.renderSlips(facts))).toBe(first);
});
