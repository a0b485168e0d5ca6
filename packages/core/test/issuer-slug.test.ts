import { expect, test } from 'vitest';
import { issuerSlugIn } from '../src/addresses.ts';
import { slugFrom, slugMistake } from '../src/issuer-slug.ts';
import { readLanguageTag } from '../src/language-tag.ts';

test.each(['wikimedia-nigeria', 'wm-ng', 'abc', 'a2b', 'edit-a-thon-2026'])(
  '%s can be a slug, and a DID is read with it',
  (slug) => {
    expect(slugMistake(slug)).toBeNull();
    expect(issuerSlugIn('https://laurel.example', `did:web:laurel.example:issuers:${slug}`)).toBe(
      slug,
    );
  },
);

test.each([
  ...['../x', 'x/y', '.', '', 'ab', 'a'.repeat(41), '-abc', 'abc-', 'a--b', 'ABC', 'a b', 'a_b'],
  ...['ｗiki-x', 'wíki', 'ويكي', 'wіkimedia-ng', 'a.b', 'abc%2f', '123', 'abc\n', '__proto__'],
])('%j has not the shape of a slug', (slug) => {
  expect(slugMistake(slug)).toBe('shape');
});

test.each(['wikimedia', 'laurel', 'stewards', 'wikimedia-foundation', 'affcom'])(
  '%s is nobody’s',
  (slug) => {
    expect(slugMistake(slug)).toBe('reserved');
  },
);

test.each([
  ['Wikimédia Côte d’Ivoire', 'wikimedia-cote-divoire'],
  ['Ẹgbẹ́ Yorùbá Wikimedians!', 'egbe-yoruba-wikimedians'],
  ['  Wikimedia   Kenya (user group) ', 'wikimedia-kenya-user-group'],
  [`${'Long name '.repeat(9)}`, 'long-name-long-name-long-name-long-name'],
  ['مجموعة ويكيميديا', ''],
  ['Wikimedia', ''],
  ['日本 WM', ''],
])('the name %s proposes %j', (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});

test.each([
  ['pt-br', 'pt-BR'],
  ['ZH-hant', 'zh-Hant'],
  ['be-tarask', 'be-tarask'],
  ['tl', 'tl'],
  ['sr-LATN-rs', 'sr-Latn-RS'],
  ['en_GB', null],
  ['x', null],
  ['', null],
  ['__proto__', null],
  ['a-b-c', null],
])('the language tag %s is %j', (written, tag) => {
  expect(readLanguageTag(written)).toBe(tag);
});
