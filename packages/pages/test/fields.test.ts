import type { JsonObject } from '@laurel/core/json';
import { messagesFor } from '@laurel/i18n/messages';
import { htmlOf } from '@laurel/pages/document';
import { expect, test } from 'vitest';
import { documentOf, gistOf } from './samples.tsx';

const English = { messages: messagesFor('en'), languages: ['en'], uselang: null };
const Arabic = { messages: messagesFor('ar'), languages: ['ar', 'fr'], uselang: null };

const shown = (credential: JsonObject, reader = English) => htmlOf(documentOf(credential, reader));
const told = (credential: JsonObject, named = true, reader = English) =>
  htmlOf(gistOf(credential, named, reader));

/** What a page says, without markup. */
function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '\n').replaceAll(/\n+/g, '\n');
}

const ofAnybody: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'ExampleDegreeCredential'],
  issuer: { id: 'did:web:uni.example', name: 'Universiteti i Tiranës' },
  validFrom: '2026-03-04T10:00:00Z',
  credentialSubject: {
    id: 'did:key:z6Mk',
    name: 'Arbër Hoxha',
    degree: { type: 'ExampleBachelor', favouriteSubject: 'Matematikë', passed: true, mark: 9.5 },
    nothing: null,
  },
};

test('Every claim is shown under the names that lead to it, known ones in the reader’s language.', async () => {
  const text = textOf(await shown(ofAnybody));
  expect(text).toMatch(
    /Whom and what it is about\n.*Degree\nfavourite subject\nMatematikë\npassed\nYes\nmark\n9\.5/s,
  );
  expect(text).toMatch(/nothing\nempty/);
  expect(text).toContain('4 March 2026');
  expect(text).toContain('(2026-03-04T10:00:00Z)');
  const arabic = textOf(await shown(ofAnybody, Arabic));
  expect(arabic).toContain(messagesFor('ar').message('field-degree'));
  expect(arabic).toContain('4 مارس 2026');
});

test('No value of any JSON is left out, however it nests.', async () => {
  const leaves = Array.from({ length: 60 }, (_, index) => `leaf-${index}`);
  const nested = leaves.reduce<JsonObject>(
    (inner, leaf, index) => (index % 2 === 0 ? { [`n${index}`]: [leaf, inner] } : { leaf, inner }),
    { last: 'innermost' },
  );
  const html = await shown(nested);
  for (const leaf of [...leaves, 'innermost']) expect(html).toContain(`>${leaf}<`);
});

test('Markup, Markdown and turned text stay text; nothing is loaded and nothing acts.', async () => {
  const html = await shown({
    name: '<img src=x onerror=alert(1)>',
    narrative: '**bold** [a](javascript:alert(1))\n# Title',
    turned: '\u202Egnp.exe',
    '<script>alert(2)</script>': 'a name that is markup',
    image: { id: 'https://tracker.example/pixel.png', type: 'Image' },
    picture: `data:image/png;base64,${'A'.repeat(400)}`,
    page: 'data:text/html,<script>alert(3)</script>',
  });
  expect(html).not.toMatch(/<(?:img|script|iframe|object|picture|video)|<[^>]*(?:src|href)=/);
  expect(html).toContain('**bold** [a](javascript:alert(1))\n# Title');
  expect(html).toContain('<bdi dir="auto" class="said" translate="no">\u202Egnp.exe</bdi>');
  expect(html).not.toContain('href="https://tracker.example');
  expect(html).toContain('https://tracker.example/pixel.png');
  expect(textOf(html)).toContain('not shown here (\u2068image/png\u2069, 300 bytes)');
  expect(html).not.toContain('alert(3)');
});

test('Only addresses of pages for people may be followed, and nobody learns from where.', async () => {
  const html = await shown({
    issuer: { id: 'https://issuer.example/', url: 'https://issuer.example/about' },
    evidence: { id: 'https://issuer.example/evidence/of/this/one' },
    refreshService: { id: 'https://issuer.example/refresh/this/one' },
    url: [
      'javascript:alert(1)',
      'http://plain.example/',
      'https://bank.example@evil.example/',
      'https://аpple.example/',
    ],
  });
  const followed = [...html.matchAll(/<a ([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(followed).toEqual([
    'href="https://issuer.example/about" rel="noreferrer nofollow noopener"',
  ]);
});

test('A text in several languages says which is which, the reader’s first.', async () => {
  const values = {
    map: { en: 'Trainer', ar: 'مدرّب', fr: 'Formatrice' },
    objects: [
      { '@value': 'Trainer', '@language': 'en' },
      { '@value': 'مدرّبة', '@language': 'ar', '@direction': 'rtl' },
    ],
    named: { id: 'urn:uuid:1' },
  };
  const text = textOf(await shown(values, Arabic)).replaceAll(/[\s:]+/g, ' ');
  expect(text).toMatch(/العربية مدرّب français Formatrice English Trainer/);
  expect(text).toMatch(/العربية مدرّبة English Trainer/);
  expect(text).not.toContain('Bahasa');
  expect(await shown(values, Arabic)).toContain(
    '<bdi dir="rtl" class="said" translate="no" lang="ar">',
  );
});

test('A long text is folded and whole.', async () => {
  const long = 'Ein langer Satz. '.repeat(100);
  const html = await shown({ narrative: long, short: 'kurz' });
  expect(html.split('<details').length - 1).toBe(2);
  expect(html).toContain(`>${long}</bdi>`);
});

test('Endorsements, terms, evidence and where to refresh are shown, each with what we did not do.', async () => {
  const said = Buffer.from(
    JSON.stringify({ issuer: { name: 'مؤسسة نور' }, credentialSubject: { note: 'جيد جدًا' } }),
  ).toString('base64url');
  const text = textOf(
    await shown({
      endorsementJwt: [`e30.${said}.c2ln`],
      termsOfUse: { type: 'Policy', id: 'https://x.example/terms' },
      refreshService: { type: 'Refresh', id: 'https://x.example/refresh' },
      evidence: [{ narrative: 'Minutes' }],
    }),
  );
  const { message } = messagesFor('en');
  for (const wanted of [
    ...['مؤسسة نور', 'جيد جدًا', 'https://x.example/terms', 'Minutes', 'Policy', 'Refresh'],
    message('fields-note-endorsement'),
    message('fields-note-evidence'),
    message('fields-note-refresh'),
    message('fields-note-terms'),
  ]) {
    expect(text).toContain(wanted);
  }
});

test('A token in an endorsement that nests without end is shown as it was written.', async () => {
  const deep = Buffer.from(`{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`).toString('base64url');
  expect(await shown({ endorsementJwt: `e30.${deep}.c2ln` })).toContain(deep);
});

test('The claim of a VCDM 1.1 token is told like any document, and what stands twice is told twice.', async () => {
  const token: JsonObject = {
    iss: 'did:web:uni.example',
    sub: 'did:key:z6Mk',
    nbf: 1_772_618_400,
    vc: {
      type: ['VerifiableCredential'],
      name: 'inside the claim',
      credentialSubject: { name: '林 美玲' },
    },
    name: 'beside the claim',
  };
  const text = textOf(await shown(token));
  expect(text).toMatch(/inside the claim.*林 美玲.*How it was signed.*beside the claim/s);
  expect(text).toContain('(2026-03-04T10:00:00.000Z)');
  expect(textOf(await told(token))).toMatch(/did:web:uni\.example.*林 美玲.*4 March 2026/s);
});

test('The gist tells of each name what kind of name it is, and no name where none is to be told.', async () => {
  const identity = (identityType: string, identityHash: string, hashed = false) => ({
    type: 'IdentityObject',
    hashed,
    identityHash,
    identityType,
  });
  const credential: JsonObject = {
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: 'https://issuer.example/',
    credentialSubject: {
      identifier: [
        identity('ext:selfDeclaredName', 'Ọmọ́lará Adébáyọ̀'),
        identity('userName', 'Omolara'),
        identity('emailAddress', 'omolara@mail.example'),
        identity('lisSourcedId', 'L-7'),
        identity('emailAddress', 'sha256$0a', true),
      ],
      achievement: { name: { en: 'Trainer of trainers', fr: 'Formatrice' } },
    },
  };
  const text = textOf(await told(credential));
  const { message } = messagesFor('en');
  expect(text).toMatch(/Trainer of trainers\n/);
  expect(text).toContain(`Ọmọ́lará Adébáyọ̀\n${message('credential-holder-name')}`);
  expect(text).toContain(`Omolara\n${message('gist-holder-user')}`);
  expect(text).toContain(`omolara@mail.example\n${message('gist-holder-email')}`);
  expect(text).toContain('L-7\nAn identifier (\u2068lisSourcedId\u2069)');
  expect(text).toContain(message('fields-hashed'));
  expect(text).not.toContain('sha256$0a');
  expect(textOf(await told(credential, false))).not.toMatch(/Omolara|Adébáyọ̀|L-7/i);
});

test('An address that stands for somebody is not written as large as a name.', async () => {
  const large = /class="who"><bdi[^>]*>[^<]*(?:urn:uuid:1|林 美玲)/;
  const subject = (more: JsonObject) => told({ credentialSubject: { id: 'urn:uuid:1', ...more } });
  expect(await subject({ name: '林 美玲' })).toMatch(large);
  expect(await subject({})).toContain('urn:uuid:1');
  expect(await subject({})).not.toMatch(large);
});

test('A gist of nothing, or of nonsense, is told and does not fail.', async () => {
  for (const nonsense of [
    {},
    { credentialSubject: 7, issuer: [], type: null, name: {} },
    { credentialSubject: [null, 'x', { name: [] }, { identifier: 'y' }], vc: 'z', nbf: 1e300 },
  ]) {
    const { message } = messagesFor('en');
    expect(textOf(await told(nonsense))).toContain(message('gist-holder-none'));
    expect(await shown(nonsense)).toContain('<details');
  }
});
