import { expect, test, vi } from 'vitest';
import { loadMessages, messagesIn } from '../src/load-messages.ts';
import { keysUnder, messagesFor } from '../src/messages.ts';

/** As a Worker has them that reads its messages. */
vi.mock('@laurel/i18n/texts', () => ({
  default: {
    en: { '@metadata': { authors: [], asset: 'messages-en.json' }, 'laurel-name': 'Laurel' },
    ar: { '@metadata': { authors: [], draft: true, asset: 'messages-ar.json' } },
  },
}));

const ASSETS: Readonly<Record<string, object>> = {
  'messages-en.json': { 'laurel-name': 'Laurel', 'nav-verify': 'Verify' },
  'messages-ar.json': { 'laurel-name': 'لوريل', 'nav-verify': 'تحقّق' },
};

function assets() {
  const asked: string[] = [];
  const read = async (name: string) => {
    asked.push(name);
    return JSON.stringify(ASSETS[name]);
  };
  return { asked, read };
}

const failing = () => Promise.reject(new Error('a store is unavailable: messages'));

test('what is not at hand is not said, and nothing stands in its place', () => {
  expect(messagesFor('ar').message('laurel-name')).toBe('Laurel');
  expect(messagesFor('ar').draft).toBe(true);
  expect(() => messagesFor('ar').message('nav-verify')).toThrow('a store is unavailable');
  expect(() => keysUnder('nav-')).toThrow('a store is unavailable');
});

test('a language that could not be read is read again, and then once for all', async () => {
  const { asked, read } = assets();
  await expect(loadMessages(['ar'], failing)).rejects.toThrow('a store is unavailable');

  const messages = await Promise.all([messagesIn('ar', read), messagesIn('ar', read)]);
  await loadMessages(['ar'], read);

  expect(messages.map(({ message }) => message('nav-verify'))).toEqual(['تحقّق', 'تحقّق']);
  expect(messagesFor('ar').message('laurel-name')).toBe('لوريل');
  expect(new Set(asked)).toEqual(new Set(['messages-ar.json']));
  expect(asked.length).toBeLessThanOrEqual(2);
});

test('a language without messages is read in English', async () => {
  const { asked, read } = assets();

  const { language, message } = await messagesIn('yo', read);

  expect([language, message('nav-verify')]).toEqual(['en', 'Verify']);
  expect(asked).toEqual(['messages-en.json']);
  expect(keysUnder('nav-')).toEqual(['nav-verify']);
});
