import { readdirSync, readFileSync } from 'node:fs';
import { LETTER_KEYS, LETTER_LANGUAGES, letterMessagesFor } from '@laurel/i18n/letter-messages';
import { INTERFACE_LANGUAGES } from '@laurel/i18n/messages';
import { expect, test } from 'vitest';
import english from '../../i18n/en.json' with { type: 'json' };
import { certificateWords, letterWords } from '../../scripts/certificate-words.ts';

const FOLDER = 'i18n/letter';
/** The files of the pages have their own guard. */
const translated = LETTER_LANGUAGES.filter((tag) => !INTERFACE_LANGUAGES.includes(tag));

function placeholdersIn(message: string): string {
  const shown = message.replace(/\{\{PLURAL:\$\d\|/g, '');
  return [...new Set(shown.match(/\$\d/g) ?? [])].sort().join();
}

function pluralsIn(message: string): readonly number[] {
  return [...message.matchAll(/\{\{PLURAL:\$\d\|([^{}]*)\}\}/g)].map(
    ([, forms = '']) => forms.split('|').length,
  );
}

test('what stands round the facts of a letter is listed in the order of i18n/en.json, all of it', () => {
  const keys = new Set<string>(LETTER_KEYS);
  const known = Object.keys(english).filter((key) => keys.has(key));
  const left = Object.keys(english).filter((key) => key.startsWith('letter-') && !keys.has(key));

  expect(known).toEqual(LETTER_KEYS);
  expect(left).toEqual(['letter-in-english']);
});

test('every file is a language that letters are in', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(translated.map((tag) => `${tag}.json`).sort());
});

test.each(translated)(
  '%s has every message of a letter and no other, in order, with the same placeholders',
  (tag) => {
    const { '@metadata': metadata, ...messages } = JSON.parse(
      readFileSync(`${FOLDER}/${tag}.json`, 'utf8'),
    );

    expect(metadata.authors).toBeInstanceOf(Array);
    expect(Object.keys(messages)).toEqual(LETTER_KEYS);
    for (const key of LETTER_KEYS) {
      const text: string = messages[key];
      expect(placeholdersIn(text), key).toBe(placeholdersIn(english[key]));
      expect(text, key).toBe(text.normalize('NFC').trim());
      expect(text, key).not.toMatch(/<[a-z/]|^$|\s\s/i);
      const { length } = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
      for (const forms of pluralsIn(text)) expect(forms, key).toBe(length);
    }
  },
);

test.each(translated)('%s says days and hours as certificates do', (tag) => {
  const words = certificateWords(tag);
  const said = letterWords(tag);

  for (const key of ['certificate-period-value', 'certificate-hours-value'] as const) {
    expect(said?.[key], key).toBe(words[key]);
  }
});

test.each(LETTER_LANGUAGES)(
  'a letter in %s names whom it is for apart from its own words',
  (tag) => {
    const [before = '', after = ''] = letterMessagesFor(tag).message('letter-to', '|').split('|');

    expect(before, 'the name is told from the words before it by a space').toMatch(/\S\s$/);
    expect(after).toMatch(/^(?:\s\S.*)?$/);
  },
);

test.each(LETTER_LANGUAGES)(
  'no message of a letter in %s leaves a sign of its writing behind',
  (tag) => {
    for (const key of LETTER_KEYS) {
      expect(letterMessagesFor(tag).message(key, '1', 2), key).not.toMatch(/[{}]|\$\d|undefined/);
    }
  },
);
