import { expect, test } from 'vitest';
import { addressOfDidWeb } from '../src/any/identity/did-web.ts';

test.each([
  ['did:web:example.org', 'https://example.org/.well-known/did.json'],
  ['did:web:example.org:issuers:group', 'https://example.org/issuers/group/did.json'],
  ['did:web:example.org%3A8443', 'https://example.org:8443/.well-known/did.json'],
  ['did:web:example.org%3a8443:a', 'https://example.org:8443/a/did.json'],
  ['did:web:example.org:user%20name', 'https://example.org/user%20name/did.json'],
  ['did:web:localhost%3A8787:a', 'http://localhost:8787/a/did.json'],
])('%s lies at %s', (did, address) => {
  expect(addressOfDidWeb(did)).toBe(address);
});

test.each([
  'did:web:',
  'did:web',
  'did:key:z6Mk',
  'did:web:example.org:..:a',
  'did:web:example.org:%2e%2E:a',
  'did:web:example.org::a',
  'did:web:example.org:a/b',
  'did:web:example.org:a?b',
  'did:web:example.org/a',
  'did:web:user@example.org',
  'did:web:example.org%3Aport',
  'did:web:example.org%3A80%3A80',
  'did:web:exa mple.org',
  'did:web:[::1]',
  'did:web:ex%61mple.org',
])('%s lies nowhere', (did) => {
  expect(addressOfDidWeb(did)).toBeNull();
});
