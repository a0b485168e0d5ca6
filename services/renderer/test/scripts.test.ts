import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import type { DrawnRun } from './drawn-text.ts';
import { CROWDED, facts } from './facts.ts';
import { openPdf } from './opened-pdf.ts';
import { linesThatSpell } from './pictures.ts';
import { SCRIPTS, type ScriptSample } from './scripts.ts';
import { shapedText } from './shaped-text.ts';
import { touching } from './touching.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

test.each(SCRIPTS)('what was written is found and copied as it was: $title', async (sample) => {
  const { language, name, achievement, sentence } = sample;
  const { pdf, boxed } = await running.renderer.renderCertificate(
    facts({
      language,
      holder: { mode: 'name', name },
      achievementName: achievement,
      achievementDescription: sentence,
      criteria: sentence,
      issuerName: name,
    }),
  );

  expect(boxed).toEqual([]);
  const { text } = await openPdf(pdf);
  for (const written of [name, achievement, sentence]) {
    expect(text).toContain(written.normalize('NFC'));
  }
  expect(pdf.length).toBeLessThan(60_000);
});

test.each(SCRIPTS)(
  'the glyphs drawn, and their places, are HarfBuzz’s own: $title',
  async (sample) => {
    const { language, name, achievement } = sample;
    const pdf = await running.renderer.renderPdf(
      facts({ language, holder: { mode: 'name', name }, achievementName: achievement }),
    );

    for (const text of [name, achievement]) {
      const [line] = await linesThatSpell(pdf, text.normalize('NFC'));
      expect(line?.runs).toHaveLength(1);
      expectShaped(sample, line?.runs[0], text.normalize('NFC'));
    }
  },
);

test.each(SCRIPTS)('and those of a sentence, run by run: $title', async (sample) => {
  const { language } = sample;
  const sentence = sample.sentence.normalize('NFC');
  const pdf = await running.renderer.renderPdf(facts({ language, achievementName: sentence }));

  for (const { runs } of await linesThatSpell(pdf, sentence)) {
    for (const run of runs) expectShaped(sample, run, logicalText(run).trimStart());
  }
});

/** Letters from right to left stand as they are seen, but for those beyond the Basic Multilingual Plane. */
function logicalText({ text, rightToLeft }: DrawnRun): string {
  const letters = [...text];
  const turned = rightToLeft && letters.every((letter) => letter.length === 1);
  return (turned ? letters.toReversed() : letters).join('');
}

function expectShaped(sample: ScriptSample, drawn: DrawnRun | undefined, text: string): void {
  const shaped = shapedText(sample, text);
  // The space before a run from right to left stands at its right end, and is of the font before it.
  const hasSpace = drawn?.rightToLeft === true && drawn.text.endsWith(' ');
  if (!hasSpace) expect(drawn?.advance).toBeCloseTo(shaped.advance, -0.7);
  expect(drawn?.outline.length).toBe(shaped.outline.length);
  const apart = drawn?.outline.map((value, at) => Math.abs(value - (shaped.outline[at] ?? NaN)));
  // Each outline is rounded to a thousandth of an em, and so is the place of the one before it.
  expect(Math.max(0, ...(apart ?? [NaN]))).toBeLessThan(2);
}

test.each(SCRIPTS)('the longest texts stay on the page and apart: $title', async (sample) => {
  const { language, name, achievement, sentence } = sample;
  const changes = {
    ...CROWDED,
    language,
    holder: { mode: 'name', name: repeated(name, 4) },
    achievementName: repeated(achievement, 5),
    achievementDescription: repeated(sentence, 4),
    criteria: repeated(sentence, 12),
    doesNotMean: repeated(sentence, 12),
    issuerName: repeated(achievement, 4),
    role: repeated(achievement, 4),
  } as const;
  const { pages, runs, width, height } = await openPdf(await running.renderer.renderPdf(changes));

  expect(pages).toBeLessThanOrEqual(2);
  expect(touching(runs)).toEqual([]);
  for (const run of runs) {
    expect(run.left, run.text).toBeGreaterThan(36);
    expect(run.bottom, run.text).toBeGreaterThan(32);
    expect(run.right, run.text).toBeLessThan(width - 36);
    expect(run.top, run.text).toBeLessThan(height - 32);
  }
});

function repeated(text: string, times: number): string {
  return Array.from({ length: times }, () => text).join(' ');
}

test('the fonts of all scripts do not stay, and the largest certificate takes little memory', async () => {
  for (const { language, name } of SCRIPTS) {
    await running.renderer.renderPdf(facts({ language, holder: { mode: 'name', name } }));
  }
  const han = SCRIPTS.filter(({ language }) => language.startsWith('zh')).map(
    ({ sentence }) => sentence,
  );
  const nastaliq = SCRIPTS.find(({ language }) => language === 'ur')?.sentence ?? '';
  await running.renderer.renderPdf(
    facts({ language: 'ur', criteria: `${han.join(' ')} ${nastaliq}` }),
  );

  const { fontBytes, engineBytes } = await running.renderer.memory();
  expect(fontBytes).toBeGreaterThan(1e6);
  expect(fontBytes).toBeLessThanOrEqual(16 * 1024 * 1024);
  expect(engineBytes).toBeLessThan(32 * 1024 * 1024);
});
