import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RendererRpc } from '@laurel/contracts/renderer-rpc';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

const root = join(import.meta.dirname, '..', '..', '..');
const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
const run = promisify(execFile);

/** Builds the renderer as it is deployed; answers the folder with its modules. */
export async function buildRenderer(): Promise<string> {
  const folder = join(root, 'build', 'renderer');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = join(root, 'services', 'renderer', 'wrangler.toml');
  await run(process.execPath, [join(root, 'scripts', 'prepare-renderer.ts')]);
  await run(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', folder, '-c', config], {
    cwd: root,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  return folder;
}

export type RunningRenderer = {
  readonly renderer: RendererRpc;
  readonly stop: () => Promise<void>;
};

/** A fresh workerd with the built renderer in it. */
export async function startRenderer(folder: string): Promise<RunningRenderer> {
  const modules = readdirSync(folder)
    .filter((file) => /\.(js|wasm|ttf)$/.test(file))
    .sort((one, other) => Number(other === 'index.js') - Number(one === 'index.js'))
    .map((file) => ({ type: moduleType(file), path: join(folder, file) }));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          name: 'test',
          modules: true,
          script: 'export default { fetch: () => new Response() }',
          compatibilityDate: '2026-10-01',
          serviceBindings: { RENDERER: 'laurel-renderer' },
        },
        {
          name: 'laurel-renderer',
          compatibilityDate: '2026-10-01',
          compatibilityFlags: ['nodejs_compat'],
          modulesRoot: folder,
          modules,
        },
      ],
    }),
  );
  await miniflare.ready;
  const { RENDERER } = await miniflare.getBindings<{ RENDERER: RendererRpc }>('test');
  return { renderer: RENDERER, stop: () => miniflare.dispose() };
}

function moduleType(file: string): 'ESModule' | 'CompiledWasm' | 'Data' {
  if (file.endsWith('.js')) return 'ESModule';
  return file.endsWith('.wasm') ? 'CompiledWasm' : 'Data';
}
