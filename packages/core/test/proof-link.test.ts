import { expect, test } from 'vitest';
import { readProofLink } from '../src/proof-link.ts';

test.each([
  'https://meta.wikimedia.org/w/index.php?title=Wikimedia_Nigeria&oldid=29000001',
  'https://meta.wikimedia.org/w/index.php?title=A&diff=29000001&oldid=29000000',
  'https://meta.wikimedia.org/w/index.php?title=A&diff=prev&oldid=29000000',
  'https://ha.wikipedia.org/wiki/Special:Diff/123456',
  'https://ar.m.wikipedia.org/wiki/Special:MobileDiff/123456',
  'https://meta.wikimedia.org/wiki/Special:Diff/123456/prev',
  'https://meta.wikimedia.org/wiki/Special:PermanentLink/123456',
  'https://fr.wikipedia.org/wiki/Sp%C3%A9cial:Diff/123456',
  'https://www.wikidata.org/wiki/Q1?oldid=5',
])('%s stands for one edit', (link) => {
  expect(readProofLink(link)).toBe(link);
});

test.each([
  ['a page as it is today', 'https://meta.wikimedia.org/wiki/Wikimedia_Nigeria'],
  ['another host', 'https://wikimedia.org.evil.example/w/index.php?oldid=5'],
  ['a host that ends alike', 'https://evilwikimedia.org/w/index.php?oldid=5'],
  ['http', 'http://meta.wikimedia.org/w/index.php?oldid=5'],
  ['a port', 'https://meta.wikimedia.org:8443/w/index.php?oldid=5'],
  ['a name before the host', 'https://meta.wikimedia.org@evil.example/w/index.php?oldid=5'],
  ['a name for the host', 'https://me@meta.wikimedia.org/w/index.php?oldid=5'],
  ['no edit', 'https://meta.wikimedia.org/w/index.php?title=A&oldid=0'],
  ['an edit that is a word', 'https://meta.wikimedia.org/w/index.php?title=A&diff=prev'],
  ['another script', 'https://meta.wikimedia.org/w/api.php?oldid=5'],
  ['a script', 'javascript:alert(1)//meta.wikimedia.org/w/index.php?oldid=5'],
  ['no address', 'oldid=5'],
  ['a long one', `https://meta.wikimedia.org/w/index.php?oldid=5&x=${'x'.repeat(1_000)}`],
])('%s is no proof', (_, link) => {
  expect(readProofLink(link)).toBeNull();
});

test('what leads to a part of the page, and spaces around the link, are left out', () => {
  expect(readProofLink(' https://meta.wikimedia.org/wiki/Special:Diff/5#Names\n')).toBe(
    'https://meta.wikimedia.org/wiki/Special:Diff/5',
  );
});
