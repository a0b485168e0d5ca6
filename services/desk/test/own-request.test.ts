import { expect, test } from 'vitest';
import { isOwnRequest } from '../src/session/own-request.ts';

const ORIGIN = 'https://laurel.example';

test.each<[string, Record<string, string>]>([
  ['the browser says that the origin is the same', { 'sec-fetch-site': 'same-origin' }],
  ['the person sent it by hand', { 'sec-fetch-site': 'none' }],
  ['an old browser names our origin', { origin: ORIGIN }],
  [
    'a proxy changed the host, and the origin is ours',
    { 'sec-fetch-site': 'cross-site', origin: ORIGIN },
  ],
  ['no browser speaks', {}],
])('a form is taken where %s', (_, headers) => {
  expect(isOwnRequest(new Headers(headers), ORIGIN)).toBe(true);
});

test.each<[string, Record<string, string>]>([
  ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ['from a neighbouring host', { 'sec-fetch-site': 'same-site' }],
  ['by an old browser from another origin', { origin: 'https://evil.example' }],
  ['from our host over http', { origin: 'http://laurel.example' }],
  ['from another port', { origin: 'https://laurel.example:8443' }],
  ['from a page without an origin', { origin: 'null' }],
  ['from another site that hides its origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
])('a form is refused that was sent %s', (_, headers) => {
  expect(isOwnRequest(new Headers(headers), ORIGIN)).toBe(false);
});
