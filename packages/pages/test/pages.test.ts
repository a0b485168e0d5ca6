import { type Check, VERDICTS } from '@laurel/core/verdict';
import type { Reader } from '@laurel/http/reader';
import { readerOf } from '@laurel/http/reader';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { htmlOf, htmlResponse } from '@laurel/pages/document';
import { findingSentence } from '@laurel/pages/finding';
import { linkTo } from '@laurel/pages/link';
import { respondWithFailure } from '@laurel/pages/problem-page';
import { STYLESHEET, STYLESHEET_HASH } from '@laurel/pages/stylesheet';
import { expect, test } from 'vitest';
import { bannerOf, listOf, pageAbout } from './samples.tsx';

function readerIn(language: string): Reader {
  return { messages: messagesFor(language), languages: [language], uselang: null };
}

function pageIn(language: string, name: string): Promise<string> {
  return htmlOf(pageAbout(name, readerIn(language)));
}

test('A name that is markup is shown as it is written, and nothing of it acts.', async () => {
  const html = await pageIn('en', '<script>alert("x")</script>');
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;');
  expect(html).toContain('<bdi dir="auto" translate="no">&lt;script&gt;');
});

test('Every page says its language and direction, has a title, and points to the other languages.', async () => {
  for (const language of INTERFACE_LANGUAGES) {
    const html = await pageIn(language, 'Nomsa');
    const { direction } = messagesFor(language);
    expect(html).toMatch(/^<!doctype html><html lang="[a-z-]+" dir="(?:ltr|rtl)">/);
    expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(html).toContain('<title>Nomsa – ');
    for (const other of INTERFACE_LANGUAGES) {
      expect(html).toContain(`href="/c/abc?uselang=${other}"`);
    }
  }
});

test('A draft translation says that it is one, and English does not.', async () => {
  const draft = (language: string) => messagesFor(language).message('draft-translation');
  expect(await pageIn('ar', 'x')).toContain(draft('ar'));
  expect(await pageIn('en', 'x')).not.toContain(draft('en'));
});

test('No page loads, links to or names anything outside, and none has script.', async () => {
  for (const language of INTERFACE_LANGUAGES) {
    const html = await pageIn(language, 'Nomsa');
    expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/<script|\son[a-z]+=|javascript:|@import|url\(/);
  }
});

test('The stylesheet stays below 6 KB, and the page carries exactly the one that is allowed.', async () => {
  expect(new TextEncoder().encode(STYLESHEET).length).toBeLessThan(6 * 1024);
  const html = await pageIn('en', 'x');
  const [, carried = ''] = /<style>([\s\S]*)<\/style>/.exec(html) ?? [];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(carried));
  expect(`sha256-${Buffer.from(digest).toString('base64')}`).toBe(STYLESHEET_HASH);
});

test('The stylesheet speaks of start and end, never of left and right.', () => {
  expect(STYLESHEET).not.toMatch(/\b(?:left|right)\b|(?:margin|padding|border)-(?:top|bottom)/);
});

test('Every verdict is told in words in every language.', async () => {
  for (const language of INTERFACE_LANGUAGES) {
    const messages = messagesFor(language);
    const banners = await Promise.all(
      VERDICTS.map((verdict) => htmlOf(bannerOf(verdict, [], messages))),
    );
    expect(new Set(banners).size).toBe(VERDICTS.length);
    for (const banner of banners) expect(banner).not.toMatch(/verdict-[a-z_]+-meaning|\$\d/);
  }
});

test('A check is told with its result in words, and what a stranger wrote in it is escaped.', async () => {
  const check: Check = {
    check: 'proof',
    result: 'fail',
    finding: 'unknown_context',
    values: ['https://<b>.example/'],
  };
  const html = await htmlOf(listOf([check], messagesFor('en')));
  expect(html).toContain('Signature: Failed');
  expect(html).toContain('https://&lt;b&gt;.example/');
});

test('Days in a finding are written in the reader’s language; ids keep their own direction.', () => {
  const expired: Check = {
    check: 'time',
    result: 'fail',
    finding: 'expired',
    values: ['2026-01-10'],
  };
  const known: Check = { check: 'issuer', result: 'pass', finding: 'known', values: ['did:web:x'] };
  expect(findingSentence(expired, messagesFor('en'))).toContain('10 January 2026');
  expect(findingSentence(expired, messagesFor('ar'))).toContain('10 يناير 2026');
  expect(findingSentence(known, messagesFor('ar'))).toContain('\u2068did:web:x\u2069');
});

test('Links keep the language that was asked for in the address, and add none otherwise.', () => {
  const asked = readerOf(new Request('https://laurel.example/?uselang=ar'));
  expect(linkTo('/verify?url=x#a', asked)).toBe('/verify?url=x&uselang=ar#a');
  const browser = readerOf(
    new Request('https://laurel.example/', { headers: { 'accept-language': 'ar-EG, en;q=0.5' } }),
  );
  expect(browser.messages.language).toBe('ar');
  expect(linkTo('/verify', browser)).toBe('/verify');
});

test('A refusal is a page for browsers and a problem document for programs, with one status.', async () => {
  const ask = (accept: string) =>
    respondWithFailure(
      new Request('https://laurel.example/c/<i>?url=secret', { headers: { accept } }),
      { reason: 'method_not_allowed', allowed: ['GET'] },
      'https://laurel.example',
    );
  const page = await ask('text/html');
  const document = await ask('application/json');
  expect([page.status, document.status]).toEqual([405, 405]);
  expect([page.headers.get('allow'), document.headers.get('allow')]).toEqual(['GET', 'GET']);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const text = (await page.text()) + (await document.text());
  expect(text).not.toContain('secret');
  expect(text).not.toContain('<i>');
});

test('A page is not kept unless its route says so.', async () => {
  const reader = readerIn('en');
  expect((await htmlResponse(pageAbout('x', reader), reader)).headers.get('cache-control')).toBe(
    'private, no-store',
  );
});
