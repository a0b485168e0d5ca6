import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { useOf } from '../process-tree.ts';
import type { Measure } from './turns.ts';

/**
 * Lets something measure operations in a workerd of their own, minified as a Worker is that is deployed. What
 * is measured is the time of the processor where the system tells it (on Linux), which other work on the
 * machine leaves alone, else that of the clock.
 */
export async function inWorker<Found>(measure: (one: Measure) => Promise<Found>): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
  const script = join(folder, 'index.js');
  await build({
    entryPoints: ['scripts/bench/proofs/worker.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    target: 'es2024',
    define: { 'import.meta.url': '"file:///worker.js"' },
    external: ['node:*'],
    outfile: script,
    logLevel: 'silent',
  });
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: 'bench',
      rootPath: folder,
      modulesRoot: folder,
      modules: [{ type: 'ESModule', path: script }],
      compatibilityDate: '2026-10-01',
      compatibilityFlags: ['nodejs_compat'],
      unsafeLocalExplorer: false,
    }),
  );
  try {
    const url = await miniflare.ready;
    return await measure(async (what, times) => {
      const beforeMs = process.platform === 'linux' ? useOf('workerd').cpuMs : null;
      const answer = await fetch(new URL(`/?what=${what}&times=${times}`, url));
      if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
      const { ms } = Object(await answer.json());
      return (beforeMs === null ? Number(ms) : useOf('workerd').cpuMs - beforeMs) / times;
    });
  } finally {
    await miniflare.dispose();
    rmSync(folder, { recursive: true });
  }
}
