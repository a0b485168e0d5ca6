import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOXES, type BoxFacts, type BoxName } from '../src/me/wikitext/boxes.ts';
import { escapeWikitext } from '../src/me/wikitext/escape-wikitext.ts';

/** Each begins something in wikitext, or did in some version of it. */
const CONSTRUCTS = [
  '{{Delete}}',
  '{{{1|}}}',
  '[[Category:People]]',
  '[[:de:User:X|X]]',
  '[https://evil.example click]',
  'https://evil.example',
  '//evil.example',
  'mailto:someone@evil.example',
  "''italic'' '''bold'''",
  '~~~~',
  '__NOINDEX__',
  '== heading ==',
  '* list\n# list\n: indented\n; term',
  ' preformatted',
  '----',
  '{| class="x"\n|-\n| cell\n|}',
  '<nowiki>x</nowiki>',
  '<script>alert(1)</script>',
  '<!-- comment -->',
  '&lt;b&gt; &#91; &nbsp;',
  '-{zh-hans:a;zh-hant:b}-',
  'a | b = c',
  'ISBN 0306406152 RFC 2616 PMID 1',
  'x\u202Eevil\u202C \u2066y\u2069 \u200F',
  'x\u2028y\u0000z\ud800',
];

/** What a browser makes of the numbers. */
function shown(escaped: string): string {
  return escaped.replaceAll(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)));
}

/** No ASCII character but letters, digits, spaces, commas and dots, and numbers of characters. */
const HARMLESS = /^(?:[A-Za-z0-9 ,.]|&#\d+;|\P{ASCII})*$/u;

test.each(CONSTRUCTS)('%j is shown, and means nothing', (construct) => {
  const escaped = escapeWikitext(construct);

  expect(escaped).toMatch(HARMLESS);
  expect(escaped).not.toMatch(/\b(?:ISBN|RFC|PMID) /);
  expect(shown(escaped).replaceAll(/\s/g, '')).toBe(
    construct.replaceAll(/[\s\p{Cc}\p{Cs}\u200F\u202A-\u202E\u2066-\u2069]/gu, ''),
  );
});

test('and so is whatever else somebody writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeWikitext(text);
      expect(escaped).toMatch(HARMLESS);
      expect(escaped).not.toMatch(/[\n\r\u2028\u202E]/);
    }),
  );
});

const FACTS: BoxFacts = {
  language: 'ar',
  title: { text: 'تدريب | {{Delete}}', language: 'ar' },
  description: { text: 'Learned to "train" [[others]]', language: 'en' },
  issuer: { text: 'Usergroup <b>', language: 'en' },
  period: '14 نوفمبر 2026',
  url: 'https://laurel.example/c/mj9c1Jyz7PCFzB9aX',
};

test.each(Object.keys(BOXES) as BoxName[])('a %s loads nothing and has no colour', (name) => {
  const wikitext = BOXES[name](FACTS);
  const outside = wikitext.replaceAll(/<[^<>]*>/g, '');

  expect(wikitext).toContain('lang="ar" dir="rtl"');
  expect(wikitext).toContain('<bdi lang="en" dir="ltr">');
  expect(wikitext.match(/\[/g)).toHaveLength(1);
  expect(wikitext).toContain(`[${FACTS.url} `);
  expect(outside).not.toMatch(/[{}|'~=_*]/);
  expect(wikitext).not.toMatch(/color|background|url\(|File:|<img|#[0-9a-f]{3,6}\b(?!;)/i);
  expect([...wikitext.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag)).toEqual(
    expect.arrayContaining(['bdi']),
  );
});
