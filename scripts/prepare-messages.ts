/**
 * Writes for each Worker that says something `generated/texts.js`, which stands in the place of
 * `@laurel/i18n/texts`: the messages that its own sources name, as a text that is read when it starts. Run last,
 * as it looks at all that a bundle is made from.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import texts from '@laurel/i18n/texts';
import { build, type Plugin } from 'esbuild';
import { ROOT } from './font-file.ts';
import { namedIn } from './named-messages.ts';

const SAYING = ['desk', 'verifier', 'signer', 'renderer'] as const;

/** Libraries name no messages. */
const OURS_ALONE: Plugin = {
  name: 'ours-alone',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@laurel/') ? undefined : { path, external: true },
    );
  },
};

for (const service of SAYING) {
  const folder = join(ROOT, 'services', service, 'generated');
  mkdirSync(folder, { recursive: true });
  const sources = await sourcesOf(service);
  const named = Object.entries(texts).map(([tag, file]) => [tag, namedIn(sources, file)] as const);
  writeFileSync(join(folder, 'texts.txt'), JSON.stringify(Object.fromEntries(named)));
  writeFileSync(
    join(folder, 'texts.js'),
    "import texts from './texts.txt';\nexport default JSON.parse(texts);\n",
  );
}

/** All of our code that is reached from a Worker’s entry, as one text. */
async function sourcesOf(service: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: [join(ROOT, 'services', service, 'src/index.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    loader: { '.wasm': 'empty' },
    metafile: true,
    write: false,
    logLevel: 'error',
    plugins: [OURS_ALONE],
  });
  return Object.keys(metafile.inputs)
    .filter((path) => /^(?:packages|services)\/.*\.tsx?$/.test(path))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
}
