import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './font-file.ts';

/** Where pages find them. */
const SCRIPTS = join(ROOT, 'services', 'verifier', 'browser');

/**
 * Bundles the scripts of the verifier's pages into `browser-scripts.json`: under the name by which it is
 * served, which holds a digest of its text, each script; and which of them a page begins with. What is only
 * needed at times is a script of its own.
 */
export async function prepareBrowserScripts(generated: string): Promise<void> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(SCRIPTS, 'scan.ts')],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'safari15', 'firefox115'],
    legalComments: 'inline',
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    outdir: generated,
    absWorkingDir: ROOT,
    metafile: true,
    write: false,
  });
  const [begins] = Object.entries(metafile.outputs).filter(([, { entryPoint }]) =>
    entryPoint?.endsWith('scan.ts'),
  );
  if (begins === undefined) throw new Error('there is no script to begin with');
  const files = Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]));
  const scripts = { scan: basename(begins[0]), files };
  writeFileSync(join(generated, 'browser-scripts.json'), JSON.stringify(scripts));
}
