import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RendererRpc } from '@laurel/contracts/renderer-rpc';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

export type RunningRenderer = {
  readonly renderer: RendererRpc;
  readonly stop: () => Promise<void>;
};

const FONTS = join(import.meta.dirname, '..', 'generated', 'fonts');

/** A fresh workerd with the built renderer in it. */
export async function startRenderer(folder: string): Promise<RunningRenderer> {
  const modules = readdirSync(folder)
    .filter((file) => /\.(js|wasm|txt)$/.test(file))
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
          assets: { directory: FONTS, binding: 'FONTS' },
        },
      ],
    }),
  );
  await miniflare.ready;
  const { RENDERER } = await miniflare.getBindings<{ RENDERER: RendererRpc }>('test');
  return { renderer: RENDERER, stop: () => miniflare.dispose() };
}

function moduleType(file: string): 'ESModule' | 'CompiledWasm' | 'Text' {
  if (file.endsWith('.txt')) return 'Text';
  return file.endsWith('.js') ? 'ESModule' : 'CompiledWasm';
}
