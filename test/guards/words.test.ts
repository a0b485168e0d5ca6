import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/source-files.ts';

/** Nobody is a leader here, and nobody is compared with others. What “points to” something is a pointer. */
const OF_COMPETITION =
  /leader|\brank(?:s|ed|ing|ings)?\b|\bscor(?:es?|ed|ing)\b|scoreboard|\bpoints\b(?! to\b)/i;

/** The same in Arabic: leader, leadership, points, ranks, a place in an order, top of a list. */
const OF_COMPETITION_IN_ARABIC = /قائد|قادة|قيادة|نقاط|مراتب|مرتبة|رتبة|متصدر/;

/** It says that there are none. */
const DENIAL = 'home-not';

/** The corners of a polygon are called that in SVG 2, Section 10.6. */
const OF_DRAWING = 'packages/logo/src/svg-names.ts: points';

const COMPETING_WORDS = new Set(
  'leader leaders leadership leaderboard rank ranks ranked ranking rankings score scores scored scoring scoreboard points'.split(
    ' ',
  ),
);

/** What addresses are made of: things and acts of the domain, formats, and what others prescribe. */
const SEGMENTS = new Set([
  ...['achievements', 'awards', 'batches', 'c', 'claim', 'credentials', 'issuers', 'status'],
  ...['accept', 'cancellation', 'confirm', 'decline', 'download', 'issue', 'link', 'revocation'],
  ...[
    'verify',
    'offline.html',
    'withdraw',
    'erase',
    'callback',
    'login',
    'logout',
    'logout-everywhere',
  ],
  ...['api', 'desk', 'health', 'me', 'problems', 'v1', 'vc-api', 'presentations'],
  ...['.well-known', 'did.json', 'jwks.json', 'keys.json', 'openapi.json'],
  ...['favicon.svg', 'robots.txt', 'social.png', 'fonts', 'certificate'],
  ...['scan', 'scripts', 'embed', 'record'],
  ...['apply', 'applications', 'stewards', 'review', 'settings', 'logo', 'members', 'grants'],
  ...[
    'renewal',
    'end',
    'handover',
    'templates',
    'draft',
    'drafts',
    'preview',
    'publish',
    'versions',
    'texts',
    'facts',
    'skills',
    'lint',
    'retirement',
  ],
  ...['mentorships', 'mentoring', 'ask', 'take-back', 'mute', 'muted', 'show', 'limit', 'name'],
  ...['sheets', 'columns', 'people', 'terms', 'progress', 'share', 'print', 'failed-rows', 'rows'],
  ...['trainer', 'trainers', 'give', 'share-out', 'share-outs', 'reminder'],
  ...['log', 'checkpoint', 'tile', 'user-badges', 'feed', 'wikitext'],
  ...['wallet', 'offers', 'token', 'credential'],
  ...['openid-credential-issuer', 'oauth-authorization-server', 'openid-configuration'],
  ...['kept', 'worker.js', 'manifest.webmanifest', 'archive.zip'],
  ...['name', 'names', 'change', 'take-back', 'note'],
  ...['collections', 'portfolio', 'journey', 'hide', 'hidden', 'show', 'rotate', 'delete', 'new'],
  ...['keys', 'rotation', 'compromise'],
  ...['endorsements', 'endorsements.json', 'endorsing'],
  ...['maps', 'ready', 'steps', 'milestone', 'told'],
  ...['mute', 'muted', 'report', 'reports', 'thanks', 'invitation', 'seats', 'seats.atom'],
  ...['term', 'terms', 'exception', 'exceptions', 'leaving', 'hand-over', 'calendar'],
  ...['reading', 'award', 'search', 'signatories', 'own', 'first'],
  ...['slips', 'imports', 'events', 'courses', 'groups', 'nominate', 'nominations', 'nomination'],
  ...[
    'suspension',
    'correction',
    'revocations',
    'confirmation',

    'audit',
    'figures',
    'export',
    'unthanked',
    'forget',
    'resume',
  ],
  ...[
    'tokens',
    'webhooks',
    'deliveries',
    'secret',
    'again',
    'reference',
    'certificate.pdf',
    'badge.svg',
    'certificates',
    'print.pdf',
    'batch',
  ],
]);

test.each(globSync('i18n/**/*.json'))(
  'no message of %s speaks of leaders, ranks or points',
  (file) => {
    const { '@metadata': _, ...messages } = JSON.parse(readFileSync(file, 'utf8'));
    const competing = Object.entries(messages).filter(
      ([key, text]) =>
        key !== DENIAL &&
        (OF_COMPETITION.test(`${key} ${text}`) || OF_COMPETITION_IN_ARABIC.test(String(text))),
    );

    expect(Object.keys(messages).length).toBeGreaterThan(5);
    expect(competing).toEqual([]);
  },
);

test('no file, no name and no text in the code is of leaders, ranks, scores or points', () => {
  const files = globSync('{packages,services}/*/src/**').map((path) => ({ path, said: path }));
  const code = sourceFiles().map((path) => ({
    path,
    said: withoutComments(readFileSync(path, 'utf8')),
  }));
  const competing = [...files, ...code].flatMap(({ path, said }) =>
    wordsIn(said)
      .filter((word) => COMPETING_WORDS.has(word))
      .map((word) => `${path}: ${word}`)
      .filter((found) => found !== OF_DRAWING),
  );

  expect(wordsIn('leaderBoard TOP_RANK score-card')).toEqual(
    expect.arrayContaining(['leader', 'rank', 'score']),
  );
  expect(competing).toEqual([]);
});

/**
 * Data may hold such words in two places: a citation of a title as it was published, and the list of
 * what the lint of achievements objects to, which cannot find words that it does not have.
 */
const NAMES_THEM = new Map([
  ['packages/catalogue/src/catalogue.json', 'source'],
  ['packages/core/src/lint/words.json', 'languages'],
]);

test('no data in the code does either, but for a citation and the list that the lint objects by', () => {
  const files = globSync('{packages,services}/*/src/**/*.json').filter(
    (path) => !path.includes('/vendored/'),
  );
  const competing = files.flatMap((path) => {
    const { [NAMES_THEM.get(path) ?? '']: _, ...data } = JSON.parse(readFileSync(path, 'utf8'));
    return wordsIn(JSON.stringify(data))
      .filter((word) => COMPETING_WORDS.has(word))
      .map((word) => `${path}: ${word}`);
  });

  expect(files).toEqual(expect.arrayContaining([...NAMES_THEM.keys()]));
  expect(competing).toEqual([]);
});

test('no comment in the code speaks of a leader either', () => {
  const naming = sourceFiles().filter((file) => /leader/i.test(readFileSync(file, 'utf8')));

  expect(naming).toEqual([]);
});

test('every segment of an address is a word of the domain', () => {
  const paths = sourceFiles().flatMap((file) => {
    const code = withoutComments(readFileSync(file, 'utf8'));
    const routed = [...code.matchAll(/\.(?:get|post|all|route)\(\s*'(\/[^']*)'/g)];
    const listed = file.endsWith('/desk-paths.ts') ? [...code.matchAll(/'(\/[^']*)'/g)] : [];
    return [...routed, ...listed].map(([, path = '']) => ({ file, path }));
  });
  const strange = paths.flatMap(({ file, path }) =>
    path
      .split('/')
      .filter((segment) => segment !== '' && !segment.startsWith(':') && !SEGMENTS.has(segment))
      .map((segment) => `${file}: ${segment}`),
  );

  expect(paths.length).toBeGreaterThan(40);
  expect(strange).toEqual([]);
});

/** What is left is names and texts; the slashes of an address in a text begin no comment. */
function withoutComments(code: string): string {
  return code.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/(?<!:)\/\/.*$/gm, '');
}

/** Single words in lower case, also those that a name is put together from. */
function wordsIn(code: string): readonly string[] {
  return code
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}
