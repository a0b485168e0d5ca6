import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { facts } from './facts.ts';
import { openPdf } from './opened-pdf.ts';
import { SCRIPTS } from './scripts.ts';
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
