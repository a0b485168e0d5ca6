import type { LetterEntry, LetterFacts } from '@laurel/contracts/renderer-rpc';
import { MAX_LETTER_ENTRIES } from '@laurel/contracts/renderer-rpc';
import jsQR from 'jsqr';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { facts } from './facts.ts';
import { SVG_LOGO } from './logos.ts';
import { openPdf, pageImage } from './opened-pdf.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

function entry(id: string, change: Partial<LetterEntry> = {}): LetterEntry {
  const { credential, ...plain } = facts({ url: `https://laurel.example/c/${id}` });
  return { ...plain, credential: credential ?? '', ...change };
}

function letter(change: Partial<LetterFacts> = {}): LetterFacts {
  return {
    language: 'en',
    size: 'a4',
    addressee: '',
    madeOn: '2026-11-27',
    logo: null,
    entries: [entry('q3Vn0bXk5Yt2cW8aD')],
    ...change,
  };
}

test('a letter says what was done, by whom, when, how long, on which evidence and what it does not mean, and where that is verified', async () => {
  const pdf = await openPdf(await running.renderer.renderLetter(letter()));
  const { text } = pdf;

  for (const said of [
    'To whom it may concern',
    'Letter of confirmation',
    'Wikimedians of Tamale',
    'Workshop Trainer',
    'Completed the training for people who teach newcomers in workshops.',
    'Amina Sowah (Wikimedia user name)',
    '21 November 2026 – 22 November 2026',
    '12.5 hours',
    'Attendance list confirmed by an organizer',
    'It is no licence to teach',
    'https://laurel.example/c/q3Vn0bXk5Yt2cW8aD',
    'The person recognised',
    'Do not rely on this paper alone',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('in English');
  expect(pdf.metadata).toMatchObject({ Title: 'Letter of confirmation', Language: 'en' });
});

test('a letter in a language without sentences of its own has that language’s labels, and says that the rest is English', async () => {
  const german = entry('q3Vn0bXk5Yt2cW8aD', { language: 'de', issuerName: 'Wikifreunde Tübingen' });
  const germanLetter = letter({ language: 'de', entries: [german] });
  const { text } = await openPdf(await running.renderer.renderLetter(germanLetter));

  expect(text).toContain('The sentences around the facts are in English');
  expect(text).toContain('12,5 Stunden');
});

test('a letter in a language whose sentences nobody has reviewed is in that language, and says that they are a draft', async () => {
  const burmese = entry('q3Vn0bXk5Yt2cW8aD', { language: 'my', issuerName: 'မန္တလေး ဝီကီအဖွဲ့' });
  const burmeseLetter = letter({ language: 'my', entries: [burmese] });
  const { text } = await openPdf(await running.renderer.renderLetter(burmeseLetter));

  expect(text).toContain('အတည်ပြုစာ');
  expect(text).toContain('12.5 နာရီ');
  expect(text).toContain('ဘာသာပြန်မူကြမ်း');
  expect(text).not.toContain('in English');
});

test('an Arabic letter begins at the right edge, in its own sentences', async () => {
  const entries = [entry('q3Vn0bXk5Yt2cW8aD', { language: 'ar', achievementName: 'مدرّبة ورشة' })];
  const pdf = await openPdf(
    await running.renderer.renderLetter(letter({ language: 'ar', entries, size: 'letter' })),
  );

  const title = pdf.runs.find(({ text }) => text.includes('رسالة تأكيد'));
  expect(title?.right).toBeGreaterThan(pdf.width * 0.8);
  expect(Math.round(pdf.width)).toBe(612);
});

test('each credential of a letter has its own code and link, and is attached byte for byte', async () => {
  const ids = ['q3Vn0bXk5Yt2cW8aD', 'ZZVn0bXk5Yt2cW8aE'];
  const entries = ids.map((id) => entry(id, { credential: `{"name":"${id} Łódź"}` }));
  const bytes = await running.renderer.renderLetter(letter({ entries }));
  const pdf = await openPdf(bytes);
  const { data, width, height } = await pageImage(bytes, 150 / 72);

  const read = [0, 1].map((half) => {
    const rows = Math.floor(height / 2);
    const part = data.slice(half * rows * width * 4, (half + 1) * rows * width * 4);
    return jsQR(new Uint8ClampedArray(part), width, rows)?.data;
  });
  expect(read).toEqual(ids.map((id) => `https://laurel.example/c/${id}`));
  expect(pdf.links).toEqual(ids.map((id) => `https://laurel.example/c/${id}`));
  const attached = [...pdf.attachments].map(([name, file]) => [name, Buffer.from(file).toString()]);
  expect(attached).toEqual([
    ['credential-1.json', entries[0]?.credential],
    ['credential-2.json', entries[1]?.credential],
  ]);
});

test('the issuer’s logo and who signs for it are printed where they were given, and nothing stands there where not', async () => {
  const signatories = [
    { name: 'Adaeze Nwankwo', office: 'Chair' },
    { name: 'রাহেলা সুলতানা', office: '' },
  ];
  const signed = letter({ logo: SVG_LOGO, entries: [entry('q3Vn0bXk5Yt2cW8aD', { signatories })] });
  const [marked, plain] = await Promise.all(
    [signed, letter()].map((one) => running.renderer.renderLetter(one)),
  );

  const said = (await openPdf(marked ?? new Uint8Array())).text;
  expect(said).toContain('Adaeze Nwankwo, Chair');
  expect(said).toContain('রাহেলা');
  const silent = (await openPdf(plain ?? new Uint8Array())).text;
  expect(silent).not.toContain('For the issuer');
  expect(await bluePixels(marked)).toBeGreaterThan(200);
  expect(await bluePixels(plain)).toBe(0);
});

/** How much of a page has the blue of the logos here. */
async function bluePixels(pdf: Uint8Array | undefined): Promise<number> {
  const { data } = await pageImage(pdf ?? new Uint8Array(), 1);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
    if (red < 0x30 && green < 0x70 && blue > 0x90) count += 1;
  }
  return count;
}

test('the same letter is the same bytes, and of too many or no credentials there is none', async () => {
  const { renderer } = running;
  const many = Array.from({ length: MAX_LETTER_ENTRIES + 1 }, () => entry('q3Vn0bXk5Yt2cW8aD'));

  expect(await renderer.renderLetter(letter())).toEqual(await renderer.renderLetter(letter()));
  for (const entries of [[], many]) {
    await expect(async () => renderer.renderLetter(letter({ entries }))).rejects.toThrow(
      'a defect',
    );
  }
});
