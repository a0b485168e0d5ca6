import { readdirSync, readFileSync } from 'node:fs';
import { KEYS_AT_HAND } from '@laurel/i18n/keys-at-hand';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/source-files.ts';

type MessageFile = Readonly<Record<string, string>>;

const languages = readdirSync('i18n')
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));
const translations = languages.filter((language) => language !== 'en' && language !== 'qqq');

function messagesIn(language: string): MessageFile {
  const { '@metadata': metadata, ...messages } = JSON.parse(
    readFileSync(`i18n/${language}.json`, 'utf8'),
  );
  expect(metadata).toBeTypeOf('object');
  return messages;
}

const english = messagesIn('en');

function placeholdersIn(message: string): readonly string[] {
  return [...new Set(message.match(/\$\d/g) ?? [])].sort();
}

test('every message is documented for translators, and nothing else is', () => {
  expect(Object.keys(messagesIn('qqq')).sort()).toEqual(Object.keys(english).sort());
});

test.each(translations)('%s has every message, with the same placeholders', (language) => {
  const translated = messagesIn(language);

  expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
  const differing = Object.keys(english).filter(
    (key) =>
      placeholdersIn(translated[key] ?? '').join() !== placeholdersIn(english[key] ?? '').join(),
  );
  expect(differing).toEqual([]);
});

test.each(languages)('no message of %s holds markup', (language) => {
  const marked = Object.entries(messagesIn(language)).filter(([, text]) => /<[a-z/]/i.test(text));

  expect(marked).toEqual([]);
});

test('every message is used', () => {
  const code = sourceFiles()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  /** Keys that are put together in code, from a kind of thing and its name. */
  const families = [
    ...code.matchAll(/`([a-z][a-z_-]*-)\$\{/g),
    ...code.matchAll(/`([a-z][a-z_-]*_)\$\{/g),
  ].map(([, prefix]) => prefix ?? '');
  const unused = Object.keys(english).filter(
    (key) => !code.includes(`'${key}'`) && !families.some((prefix) => key.startsWith(prefix)),
  );

  expect(unused).toEqual([]);
});

/** Where desk and verifier take messages without waiting for them: of the reader, whose language is loaded before anything else, or few. */
const AT_HAND_IN: Readonly<Record<string, string>> = {
  'packages/http/src/reader.ts': 'messagesFor(language)',
  'packages/pages/src/layout.tsx': "messagesFor(tag).message('language-name')",
  'services/desk/src/me/language-name.ts': "messagesFor(tag).message('language-name')",
  'services/verifier/src/pages/credential-tags.tsx': 'messagesFor(chooseLanguage(',
  'services/verifier/src/routes/problems.tsx': "messagesFor('en')",
};

test('messages of a language that is not the reader’s are waited for, or an isolate has them by chance', () => {
  const taken = sourceFiles().flatMap((file) => {
    if (!/^(?:services\/(?:desk|verifier)|packages\/(?:http|pages))\/src\//.test(file)) return [];
    const code = readFileSync(file, 'utf8');
    return code.split('messagesFor(').length === 1 ? [] : [[file, code] as const];
  });

  expect(taken.map(([file]) => file).sort()).toEqual(Object.keys(AT_HAND_IN).sort());
  for (const [file, code] of taken) {
    const known = AT_HAND_IN[file] ?? '';
    expect(code.replaceAll(known, ''), file).not.toContain('messagesFor(');
  }
  expect(KEYS_AT_HAND).toEqual(expect.arrayContaining(['language-name', 'laurel-name']));
});
