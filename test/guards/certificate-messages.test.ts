import { readdirSync, readFileSync } from 'node:fs';
import { CERTIFICATE_FILES } from '@laurel/i18n/certificate-files';
import { CERTIFICATE_KEYS } from '@laurel/i18n/certificate-keys';
import { CERTIFICATE_LANGUAGES, certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import { expect, test } from 'vitest';
import english from '../../i18n/en.json' with { type: 'json' };

const FOLDER = 'i18n/certificate';
const tags = Object.keys(CERTIFICATE_FILES);

/** `$1`, but for the number that a plural is chosen by. */
function placeholdersIn(message: string): string {
  const shown = message.replace(/\{\{PLURAL:\$\d\|/g, '');
  return [...new Set(shown.match(/\$\d/g) ?? [])].sort().join();
}

function pluralsIn(message: string): readonly (readonly string[])[] {
  return [...message.matchAll(/\{\{PLURAL:\$\d\|([^{}]*)\}\}/g)].map(([, forms = '']) =>
    forms.split('|'),
  );
}

test('what stands on a certificate is listed in the order of i18n/en.json', () => {
  const keys = new Set<string>(CERTIFICATE_KEYS);

  expect(Object.keys(english).filter((key) => keys.has(key))).toEqual(CERTIFICATE_KEYS);
});

test('every kind of message of a certificate is listed, but for what only the desk says', () => {
  const keys = new Set<string>(CERTIFICATE_KEYS);
  const left = Object.keys(english).filter(
    (key) => /^(?:certificate|evidence)-/.test(key) && !keys.has(key),
  );

  expect(left).toEqual(['certificate-preview-holder']);
});

test('every file is a language that certificates are in, and is named by its tag', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(tags.map((tag) => `${tag.toLowerCase()}.json`).sort());
});

test.each(tags)(
  '%s has every message of a certificate and no other, in order, with the same placeholders',
  (tag) => {
    const { '@metadata': metadata, ...messages } = JSON.parse(
      readFileSync(`${FOLDER}/${tag.toLowerCase()}.json`, 'utf8'),
    );

    expect(metadata).toEqual({ authors: expect.any(Array), draft: expect.any(Boolean) });
    expect(Object.keys(messages)).toEqual(CERTIFICATE_KEYS);
    for (const key of CERTIFICATE_KEYS) {
      const text: string = messages[key];
      expect(placeholdersIn(text), key).toBe(placeholdersIn(english[key]));
      expect(text.trim(), key).toBe(text.normalize('NFC'));
      expect(text, key).not.toMatch(/<[a-z/]|^$|\s\s/i);
    }
  },
);

test.each(CERTIFICATE_LANGUAGES)('%s has as many forms of hours as its plural has', (tag) => {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const file: Readonly<Record<string, unknown>> = CERTIFICATE_FILES[tag] ?? {};
  const message = String(file['certificate-hours-value'] ?? '');
  const forms = pluralsIn(message);

  if (message !== '' && pluralCategories.length > 1) {
    expect(forms.map((one) => one.length)).toEqual([pluralCategories.length]);
  }
  if (pluralCategories.length === 1) expect(forms).toEqual([]);
});

test.each(CERTIFICATE_LANGUAGES)('no message of %s leaves a sign of its writing behind', (tag) => {
  const { message } = certificateMessagesFor(tag);
  for (const key of CERTIFICATE_KEYS) {
    expect(message(key, '1', 2), key).not.toMatch(/[{}]|\$\d|undefined/);
  }
});
