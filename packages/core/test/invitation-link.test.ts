import { expect, test } from 'vitest';
import { readInvitationLink } from '../src/invitation-link.ts';

test.each([
  'https://meta.wikimedia.org/wiki/Event:Next_workshop',
  'https://ha.wikipedia.org/wiki/Wikipedia:Taro?uselang=ha#Next',
  'https://www.mediawiki.org/wiki/Outreachy',
  'https://learn.wiki/courses/',
  'https://outreachdashboard.wmflabs.org/courses/x/y',
  'https://wikimediafoundation.org/',
])('%s is one', (link) => {
  expect(readInvitationLink(` ${link} `)).toBe(link);
});

test.each([
  '',
  'meta.wikimedia.org/wiki/X',
  'http://meta.wikimedia.org/wiki/X',
  'https://meta.wikimedia.org.evil.example/',
  'https://evilwikimedia.org/',
  'https://meta.wikimedia.org@evil.example/',
  'https://someone@meta.wikimedia.org/',
  'https://meta.wikimedia.org:8443/',
  'https://evil.learn.wiki.example/',
  'https://sub.learn.wiki/',
  'javascript:alert(1)//meta.wikimedia.org',
  `https://meta.wikimedia.org/wiki/${'x'.repeat(1_000)}`,
])('%s is none', (link) => {
  expect(readInvitationLink(link)).toBeNull();
});
