import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/source-files.ts';

/** What each part may import of the others, and which libraries. `laurel/…` stands for `@laurel/…`. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  'packages/core': [],
  'packages/contracts': ['@laurel/core', 'zod'],
  'packages/catalogue': ['@laurel/core'],
  'packages/sheet': ['@laurel/core', 'csv-parse', 'fflate', 'read-excel-file'],
  'packages/logo': ['@laurel/core', '@laurel/baking/png-chunks', 'saxes'],
  // Its texts by their name, as each Worker puts those that it says in their place.
  'packages/i18n': ['@laurel/core', '@laurel/i18n/texts', 'banana-i18n'],
  'packages/art': ['@laurel/core'],
  'packages/fonts': ['@laurel/core'],
  'packages/baking': ['@laurel/core'],
  'packages/proofs': ['@laurel/core', 'jose', '@digitalbazaar', 'base58-universal', 'canonicalize'],
  'packages/verification': [
    '@laurel/core',
    '@laurel/proofs',
    // Schemas of strangers, and their patterns, without a regular expression that could hang.
    '@cfworker/json-schema',
    're2js',
    'zod',
  ],
  // Runs in browsers and in Node, without us: what verifies, what words it, and nothing of any Worker.
  'packages/offline': [
    '@laurel/core',
    '@laurel/baking',
    '@laurel/i18n',
    '@laurel/log',
    '@laurel/pages',
    '@laurel/proofs',
    '@laurel/verification',
    'hono',
    'zod',
  ],
  // Anybody who checks the log uses it: in a Worker, a browser or Node.
  'packages/log': ['@laurel/core'],
  'packages/store': ['@laurel/core', '@laurel/log', 'drizzle-orm', 'drizzle-kit'],
  // The one place that logs and counts.
  'packages/observing': ['@laurel/core'],
  'packages/http': [
    '@laurel/core',
    '@laurel/i18n',
    '@laurel/observing',
    'hono',
    'ipaddr.js',
    'zod',
  ],
  'packages/pages': ['@laurel/core', '@laurel/http', '@laurel/i18n', 'hono', 'node:crypto', 'uqr'],
  // How an API is described to programs and to people; what it can do, each Worker says of its own.
  'packages/api-description': [
    '@laurel/core',
    '@laurel/http',
    '@laurel/pages',
    'hono',
    'node:crypto',
    'zod',
  ],
  'packages/wikimedia': ['@laurel/core', 'oauth4webapi', 'zod'],
  // The type of what the desk says of itself.
  'services/front-door': ['@laurel/contracts/verifier-rpc'],
  'services/desk': [
    '@laurel/api-description',
    '@laurel/core',
    '@laurel/catalogue',
    '@laurel/logo',
    '@laurel/sheet',
    '@laurel/contracts',
    '@laurel/http',
    '@laurel/i18n',
    '@laurel/observing',
    '@laurel/pages',
    '@laurel/store/private',
    // How a set of values or rows goes into one statement.
    '@laurel/store/in-set',
    '@laurel/store/insert-rows',
    '@laurel/store/json-chunks',
    '@laurel/store/values-by',
    // How a part is: the same columns in either database.
    '@laurel/store/part-state',
    // Which failures of a database pass, and how they are told.
    '@laurel/store/unavailable',
    '@laurel/wikimedia',
    'cloudflare:workers',
    'drizzle-orm',
    // It writes archives, and reads none: what people upload is unpacked by packages/sheet.
    'fflate',
    'hono',
    'node:crypto',
    'standardwebhooks',
    'uqr',
    'zod',
  ],
  'services/verifier': [
    '@laurel/api-description',
    '@laurel/core',
    '@laurel/art',
    // A behaviour that an endorsement names is told in the reader's language too.
    '@laurel/catalogue/behaviours',
    '@laurel/contracts',
    '@laurel/baking',
    '@laurel/fonts',
    '@laurel/http',
    '@laurel/i18n',
    '@laurel/log',
    '@laurel/observing',
    // What it hands out for others to verify by.
    '@laurel/offline/bundle',
    '@laurel/pages',
    // Tokens are put together as they are given out.
    '@laurel/proofs/jwt/kept',
    '@laurel/store/public',
    // Which of the databases of PUBLIC to ask.
    '@laurel/store/directory',
    '@laurel/store/in-set',
    '@laurel/store/unavailable',
    '@laurel/verification',
    'cloudflare:workers',
    'drizzle-orm',
    'hono',
    // How long what another server answered may be kept, by its headers.
    'http-cache-semantics',
    // For the hash of the stylesheet that only the framed page has.
    'node:crypto',
    // By the script of the page that scans alone, which runs in browsers.
    'qr',
    'zod',
  ],
  'services/signer': [
    '@laurel/core',
    // The words for what an endorsement names by an id: it takes no text to sign but the story.
    '@laurel/catalogue/behaviours',
    '@laurel/contracts/showing-rpc',
    '@laurel/contracts/signer-rpc',
    '@laurel/i18n',
    '@laurel/log',
    // What it looks at again before it shows a logo. To parse what people upload is not its work.
    '@laurel/logo/limits',
    '@laurel/logo/logo-type',
    '@laurel/proofs',
    '@laurel/observing',
    '@laurel/store',
    '@laurel/verification',
    '@digitalbazaar/bitstring',
    'cloudflare:workers',
    'drizzle-orm',
    'jose',
    // The platform's gzip, in the place of a library's.
    'node:zlib',
  ],
  'services/renderer': [
    '@laurel/core',
    '@laurel/art',
    '@laurel/contracts/renderer-rpc',
    // What it says of a stranger's PDF.
    '@laurel/contracts/pdf-parts',
    '@laurel/baking',
    '@laurel/fonts',
    '@laurel/i18n',
    // A logo is checked again where it is drawn.
    '@laurel/logo',
    '@laurel/observing',
    '@react-pdf',
    '@cantoo/pdf-lib',
    '@resvg/resvg-wasm',
    'bidi-js',
    'cloudflare:workers',
    'harfbuzzjs/dist',
    'node:',
    'react',
    'uqr',
  ],
};

const parts = [...new Set(sourceFiles().map(partOf))].sort();

test('every part of the tree has its rule', () => {
  expect(parts).toEqual(Object.keys(RULES).sort());
});

test.each(parts)('%s imports only what it may', (part) => {
  const allowed = RULES[part] ?? [];
  const broken = sourceFiles()
    .filter((file) => partOf(file) === part)
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !isAllowed(specifier, part, allowed))
        .map((specifier) => `${file}: ${specifier}`),
    );

  expect(broken).toEqual([]);
});

test('core knows no platform, no clock and no randomness', () => {
  const forbidden =
    /\b(?:Date\.now|new Date\(\)|Math\.random|crypto\.|fetch\(|process\.|console\.|D1Database|setTimeout)/;
  const broken = sourceFiles().filter(
    (file) => file.startsWith('packages/core/') && forbidden.test(readFileSync(file, 'utf8')),
  );

  expect(broken).toEqual([]);
});

function partOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

function importsOf(file: string): readonly string[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(/(?<!-)(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].flatMap(
    ([, specifier]) => (specifier === undefined ? [] : [specifier]),
  );
}

function isAllowed(specifier: string, part: string, allowed: readonly string[]): boolean {
  if (specifier.startsWith('.')) return staysInside(specifier, part);
  return allowed.some(
    (one) => specifier === one || specifier.startsWith(one.endsWith(':') ? one : `${one}/`),
  );
}

/** The messages are at the root, where translators look for them; two files of a package are not exported by it. */
function staysInside(specifier: string, part: string): boolean {
  if (part === 'packages/i18n' && specifier.startsWith('../../../i18n/')) return true;
  if (part === 'services/renderer' && specifier.startsWith('../../../node_modules/')) return true;
  return !specifier.includes('../../../');
}
