import { readdirSync, readFileSync } from 'node:fs';
import { CERTIFICATE_KEYS } from '@laurel/i18n/certificate-keys';
import { CERTIFICATE_LANGUAGES } from '@laurel/i18n/certificate-languages';
import { certificateMessagesFor, loadCertificateMessages } from '@laurel/i18n/certificate-messages';
import { INTERFACE_LANGUAGES } from '@laurel/i18n/messages';
import { beforeAll, expect, test } from 'vitest';
import english from '../../i18n/en.json' with { type: 'json' };
import { certificateWords } from '../../scripts/certificate-words.ts';

const FOLDER = 'i18n/certificate';
/** The files of the pages have their own guard. */
const translated = CERTIFICATE_LANGUAGES.filter((tag) => !INTERFACE_LANGUAGES.includes(tag));

beforeAll(() =>
  loadCertificateMessages(CERTIFICATE_LANGUAGES, async (tag) => certificateWords(tag)),
);

/** `$1`, but for the number that a plural is chosen by. */
function placeholdersIn(message: string): string {
  const shown = message.replace(/\{\{PLURAL:\$\d\|/g, '');
  return [...new Set(shown.match(/\$\d/g) ?? [])].sort().join();
}

function pluralsIn(message: string): readonly number[] {
  return [...message.matchAll(/\{\{PLURAL:\$\d\|([^{}]*)\}\}/g)].map(
    ([, forms = '']) => forms.split('|').length,
  );
}

test('what stands on a certificate is listed in the order of i18n/en.json', () => {
  const keys = new Set<string>(CERTIFICATE_KEYS);

  expect(Object.keys(english).filter((key) => keys.has(key))).toEqual(CERTIFICATE_KEYS);
});

test('every message of a certificate is listed, but for what the desk alone says', () => {
  const keys = new Set<string>(CERTIFICATE_KEYS);
  const left = Object.keys(english).filter(
    (key) => /^(?:certificate|evidence)-/.test(key) && !keys.has(key),
  );

  expect(left).toEqual(['certificate-preview-holder']);
});

test('every file is a language that certificates are in, and no language of the pages has its words twice', () => {
  expect(CERTIFICATE_LANGUAGES).toEqual([...INTERFACE_LANGUAGES, ...translated]);
  expect(readdirSync(FOLDER).sort()).toEqual(
    translated.map((tag) => `${tag.toLowerCase()}.json`).sort(),
  );
});

test.each(translated)(
  '%s has every message of a certificate and no other, in order, with the same placeholders',
  (tag) => {
    const { '@metadata': metadata, ...messages } = JSON.parse(
      readFileSync(`${FOLDER}/${tag.toLowerCase()}.json`, 'utf8'),
    );

    expect(metadata.authors).toBeInstanceOf(Array);
    expect(Object.keys(messages)).toEqual(CERTIFICATE_KEYS);
    for (const key of CERTIFICATE_KEYS) {
      const text: string = messages[key];
      expect(placeholdersIn(text), key).toBe(placeholdersIn(english[key]));
      expect(text, key).toBe(text.normalize('NFC').trim());
      expect(text, key).not.toMatch(/<[a-z/]|^$|\s\s/i);
    }
  },
);

test.each(CERTIFICATE_LANGUAGES)('%s has a form of hours for each of its plurals', (tag) => {
  const { length } = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const message = certificateWords(tag)['certificate-hours-value'];

  expect(pluralsIn(message)).toEqual(length === 1 ? [] : [length]);
});

test.each(CERTIFICATE_LANGUAGES)('no message of %s leaves a sign of its writing behind', (tag) => {
  const { message } = certificateMessagesFor(tag);
  for (const key of CERTIFICATE_KEYS) {
    expect(message(key, '1', 2), key).not.toMatch(/[{}]|\$\d|undefined/);
  }
});
