/**
 * Writes for each Worker that says something `generated/texts.js`, which stands in the place of
 * `@laurel/i18n/texts`: the messages that its own sources name, as a text that is read when it starts. Where a Worker says
 * many, these are a static asset for each language, and the text has no more than is said before one was read. Run
 * last, as it looks at all that a bundle is made from.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYS_AT_HAND } from '@laurel/i18n/keys-at-hand';
import texts from '@laurel/i18n/texts';
import { build, type Plugin } from 'esbuild';
import { ROOT, written } from './font-file.ts';
import { namedIn } from './named-messages.ts';

type Messages = Readonly<Record<string, unknown>>;

/** Each with the folder of its static assets, where it says many. */
const SAYING = [
  ['desk', 'assets'],
  ['verifier', 'assets'],
  ['signer', null],
  ['renderer', null],
] as const;

/** Libraries name no messages. */
const OURS_ALONE: Plugin = {
  name: 'ours-alone',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@laurel/') ? undefined : { path, external: true },
    );
  },
};

for (const [service, assets] of SAYING) {
  const folder = join(ROOT, 'services', service, 'generated');
  mkdirSync(join(folder, assets ?? ''), { recursive: true });
  const sources = await sourcesOf(service);
  const named = Object.entries(texts).map(([tag, file]) => {
    const said = namedIn(sources, { ...texts.en, ...file });
    return [tag, assets === null ? said : atHand(tag, said, join(folder, assets))] as const;
  });
  writeFileSync(join(folder, 'texts.txt'), JSON.stringify(Object.fromEntries(named)));
  writeFileSync(
    join(folder, 'texts.js'),
    "import texts from './texts.txt';\nexport default JSON.parse(texts);\n",
  );
}

/** Writes the messages of a language as an asset; answers what is said without it, with its name. */
function atHand(
  tag: string,
  { '@metadata': metadata, ...all }: Messages,
  folder: string,
): Messages {
  const bytes = Buffer.from(JSON.stringify(all));
  const asset = written(folder, `messages-${tag}`, bytes, 'json');
  const few = KEYS_AT_HAND.flatMap((key) => (key in all ? [[key, all[key]] as const] : []));
  return { '@metadata': { ...Object(metadata), asset }, ...Object.fromEntries(few) };
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
