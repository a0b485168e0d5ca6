import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesInPdf } from '@laurel/offline/pdf-attachments';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../development/build.ts';
import { facts } from '../../services/renderer/test/facts.ts';
import { SCRIPTS } from '../../services/renderer/test/scripts.ts';
import { type RunningRenderer, startRenderer } from '../../services/renderer/test/workerd.ts';

/** What poppler puts around text that runs against its page. */
const EMBEDDINGS = /[\u202a-\u202c]/g;

let running: RunningRenderer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'laurel-pdf-'));
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await running?.stop();
});

function run(program: string, ...parameters: readonly string[]): string {
  return execFileSync(program, parameters, { encoding: 'utf8' });
}

test.each(SCRIPTS)(
  'qpdf finds nothing wrong, and pdftotext gives the names back: $title',
  async (sample) => {
    const { language, name, achievement } = sample;
    const file = join(folder, 'certificate.pdf');
    const drawn = await running.renderer.renderPdf(
      facts({ language, holder: { mode: 'name', name }, achievementName: achievement }),
    );
    writeFileSync(file, drawn);

    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    const text = run('pdftotext', file, '-').replace(EMBEDDINGS, '');
    expect(text).toContain(name.normalize('NFC'));
    expect(text).toContain(achievement.normalize('NFC'));
  },
);

test('pdfdetach gives the credential back byte for byte, and pdffonts finds one font, embedded', async () => {
  const file = join(folder, 'certificate.pdf');
  const detached = join(folder, 'credential.json');
  writeFileSync(file, await running.renderer.renderPdf(facts({ bundle: '{}' })));

  expect(run('pdfdetach', '-list', file)).toMatch(/1: credential\.json\s+2: laurel-proof\.json/);
  run('pdfdetach', '-save', '1', '-o', detached, file);
  expect(readFileSync(detached, 'utf8')).toBe(facts().credential);
  const fonts = run('pdffonts', file).trim().split('\n').slice(2);
  expect(fonts).toHaveLength(1);
  expect(fonts[0]).toMatch(/LaurelText +CID TrueType +Identity-H +yes/);
});

test.each(['--object-streams=disable', '--object-streams=generate', '--linearize', '--qdf'])(
  'a certificate that qpdf saved anew is taken apart into the same: %s',
  async (option) => {
    const file = join(folder, 'certificate.pdf');
    const saved = join(folder, 'saved.pdf');
    const bundle = '{"format":"laurel-proof-bundle-v1"}';
    const drawn = await running.renderer.renderPdf(facts({ bundle }));
    writeFileSync(file, drawn);

    run('qpdf', option, file, saved);
    const files = await filesInPdf(new Uint8Array(readFileSync(saved)));
    expect(files.toSorted()).toEqual([bundle, facts().credential].toSorted());

    const parts = await running.renderer.takeApart(readFileSync(saved));
    expect(parts.ok).toBe(true);
    expect(parts).toEqual(await running.renderer.takeApart(drawn));
  },
);
