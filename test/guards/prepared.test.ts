import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';
import { sourcePaths } from '../../development/build.ts';

/** What is installed is known by the lockfile. */
const OURS_ALONE: Plugin = {
  name: 'ours-alone',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@laurel/') ? undefined : { path, external: true },
    );
  },
};

const scripts = readdirSync('scripts').filter((file) => /^prepare-.*\.ts$/.test(file));

test('a change of whatever makes static assets is another build, and is deployed', async () => {
  const { metafile } = await build({
    entryPoints: scripts.map((file) => `scripts/${file}`),
    bundle: true,
    format: 'esm',
    platform: 'node',
    outdir: 'unwritten',
    metafile: true,
    write: false,
    logLevel: 'error',
    plugins: [OURS_ALONE],
  });
  const known = new Set(sourcePaths().map((path) => relative('.', path)));
  const unknown = Object.keys(metafile.inputs).filter((path) => !known.has(path));

  expect(scripts.length).toBeGreaterThan(5);
  expect(unknown).toEqual([]);
});
