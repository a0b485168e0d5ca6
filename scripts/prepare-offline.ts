import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesFor } from '@laurel/i18n/messages';
import { needsScript } from '@laurel/offline/needs-script';
import { STYLESHEET } from '@laurel/pages/stylesheet';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { ROOT, write, written } from './font-file.ts';
import { namedIn } from './named-messages.ts';

const ENTRY = join(ROOT, 'packages/offline/src/page/main.tsx');

/** What the common stylesheet lacks: buttons in the menu, and an answer that is focused by the page itself. */
const OWN_STYLES = `
.top nav{justify-content:start}
.top .home{display:inline-flex;align-items:center;gap:.5rem}
.top button{padding:.35rem .8rem;min-block-size:2.75rem}
.top [aria-current]{box-shadow:none;color:var(--quiet)}
#answer:focus-visible{outline:none}
.note h3{font-size:1.1rem;margin:0 0 .3rem}
`.trim();

/**
 * Writes the offline verifier as one HTML file beside the fonts in `folder`, and `offline.json`, which names
 * it. The same sources give the same bytes. What it is made for, an origin and its root keys, is filled in
 * where it is served.
 */
export async function prepareOffline(generated: string, folder: string): Promise<void> {
  const script = await bundled();
  const name = written(join(generated, folder), 'offline', Buffer.from(pageWith(script)), 'html');
  write(join(generated, 'offline.json'), JSON.stringify({ file: name }));
}

/** Nothing is loaded, sent or framed, and nothing runs but this script. */
function pageWith(script: string): string {
  const styles = `${STYLESHEET}${OWN_STYLES}`;
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(styles)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="laurel-origin" content=""><meta name="laurel-roots" content="">',
    `<title>${messagesFor('en').message('verify-offline-title')}</title>`,
    `<style>${styles}</style></head><body>`,
    `<div id="page">${needsScript()}</div>`,
    `<script type="module">${script}</script></body></html>\n`,
  ].join('\n');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The script, with no message that it does not use and with zod's own texts in no language but one. */
async function bundled(): Promise<string> {
  const { metafile } = await build({ ...OPTIONS, plugins: [ONE_LANGUAGE_OF_ZOD] });
  const sources = Object.keys(metafile.inputs)
    .filter((path) => /^packages\/.*\.tsx?$/.test(path))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  const { outputFiles } = await build({
    ...OPTIONS,
    plugins: [ONE_LANGUAGE_OF_ZOD, onlyMessagesIn(sources)],
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('the offline verifier was not bundled');
  return output.text.trim();
}

const OPTIONS = {
  entryPoints: [ENTRY],
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  // Its exports hide from bundlers that it has a file for browsers, without Node's Buffer.
  alias: { 'base64url-universal': join(ROOT, 'node_modules/base64url-universal/lib/browser.js') },
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  write: false,
} as const satisfies BuildOptions;

const ONE_LANGUAGE_OF_ZOD: Plugin = {
  name: 'one-language-of-zod',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/** Keeps the messages that the sources name. */
function onlyMessagesIn(sources: string): Plugin {
  return {
    name: 'only-messages-that-are-named',
    setup: ({ onLoad }) => {
      onLoad({ filter: /[/\\]i18n[/\\][a-z-]+\.json$/ }, ({ path }) => {
        const all = JSON.parse(readFileSync(path, 'utf8'));
        return { contents: JSON.stringify(namedIn(sources, all)), loader: 'json' };
      });
    },
  };
}
