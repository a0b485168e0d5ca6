import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT, write, written } from './font-file.ts';

/** Where pages find them. */
const SCRIPTS = join(ROOT, 'services', 'verifier', 'browser');

/** What a page begins with. */
const PAGES = ['scan', 'kept'] as const;
type PageScript = (typeof PAGES)[number];

const TARGET = ['es2022', 'safari15', 'firefox115'];

/**
 * Bundles the scripts of the verifier's pages as static assets in `folder`, each under the name by which it is served,
 * which holds a digest of its text, and the worker of what is kept on a device. `browser-scripts.json` names them, and says
 * which a page begins with. What is only needed at times is a script of its own.
 */
export async function prepareBrowserScripts(generated: string, folder: string): Promise<void> {
  const { outputFiles, metafile } = await build({
    entryPoints: PAGES.map((name) => join(SCRIPTS, `${name}.ts`)),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    legalComments: 'inline',
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    outdir: generated,
    absWorkingDir: ROOT,
    metafile: true,
    write: false,
  });
  const outputs = Object.entries(metafile.outputs);
  const nameOf = (name: PageScript): string => {
    const [begins] = outputs.filter(([, { entryPoint }]) => entryPoint?.endsWith(`${name}.ts`));
    if (begins === undefined) throw new Error(`there is no script of ${name} to begin with`);
    return basename(begins[0]);
  };
  const imported = (name: PageScript): readonly string[] =>
    outputs
      .filter(([path]) => basename(path) === nameOf(name))
      .flatMap(([, { imports }]) => imports.map(({ path }) => basename(path)));
  const assets = join(generated, folder);
  mkdirSync(assets, { recursive: true });
  for (const { path, contents } of outputFiles) write(join(assets, basename(path)), contents);
  const worker = Buffer.from(await keptWorker([nameOf('kept'), ...imported('kept')]));
  const scripts = {
    scan: nameOf('scan'),
    kept: nameOf('kept'),
    worker: written(assets, 'kept-worker', worker, 'js'),
    files: outputFiles.map(({ path }) => basename(path)),
  };
  write(join(generated, 'browser-scripts.json'), JSON.stringify(scripts));
}

/** The worker as one classic script, which every browser that has workers can run. */
async function keptWorker(scripts: readonly string[]): Promise<string> {
  const shell = ['/kept/', '/favicon.svg', ...scripts.map((name) => `/scripts/${name}`)];
  const { outputFiles } = await build({
    entryPoints: [join(SCRIPTS, 'kept-worker.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    define: {
      SHELL: JSON.stringify(shell),
      SHELL_CACHE: JSON.stringify(`laurel-kept-page-${scripts.join('-')}`),
    },
    write: false,
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('there is no worker');
  return output.text;
}
