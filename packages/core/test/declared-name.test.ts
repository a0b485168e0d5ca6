import { describe, expect, test } from 'vitest';
import { isDeclarable, nameFrom, repeatedScript, writingIn } from '../src/declared-name.ts';
import { MAX_NAME_LETTERS, nameMistake } from '../src/name-mistake.ts';

const kindOf = (typed: string) => nameMistake(nameFrom(typed))?.kind;

test.each([
  'Ọláṣubọ̀mí Adébáyọ̀',
  'O',
  "N'Diaye O’Connor",
  'J. R. Ngũgĩ-wa-Thiongʼo, Jr.',
  'ليان عبد الرّحمٰن',
  'أم‌کلثوم',
  'ကျော်စွာလင်း',
  '山田 太郎',
  '葛\u{E0100}城',
  'マリア・ルイザ',
  'ߊ߬ߡߌߣߊ߫ ߖߊ߬ߟߏ߬',
  'አበበ ቢቂላ',
  'Nguyễn Thị Minh Khai',
  'Ἀλέξανδρος',
  'Дарʼя Ковальчук',
  'ශ්‍රී ලාල්',
  'בת־שבע כ״ץ',
  'Elisapee E5-770',
  '𞤀𞤥𞤭𞤲𞤢',
  'བསྟན་འཛིན',
])('“%s” is a name', (typed) => {
  expect(nameMistake(nameFrom(typed))).toBeNull();
});

test.each([
  ['', 'empty'],
  [' \u00A0\u3000 ', 'empty'],
  ['a'.repeat(5_000), 'long'],
  ['a'.repeat(MAX_NAME_LETTERS + 1), 'long'],
  ['Ami\uD800na', 'broken'],
  ['Ami\uFFFDna', 'broken'],
  ['Amina \u202Eanim', 'direction'],
  ['\u2067Amina\u2069', 'direction'],
  ['Ami\u0000na', 'unseen'],
  ['Ami\nna', 'unseen'],
  ['Ami\u200Bna', 'unseen'],
  ['Ami\u200Dna', 'unseen'],
  ['Ami\u00ADna', 'unseen'],
  ['\u3164', 'unseen'],
  ['Ami\uE000na', 'unseen'],
  ['Amina \u{E0041}', 'unseen'],
  ['Amina \uFE0F', 'unseen'],
  ['Amina 🌿', 'emoji'],
  ['🇳🇬 Amina', 'emoji'],
  ['𝓐𝓶𝓲𝓷𝓪', 'styled'],
  ['Ａｍｉｎａ', 'styled'],
  ['<b>Amina</b>', 'markup'],
  ['[[Amina]]', 'markup'],
  ['Amina &amp; Bisi', 'markup'],
  ['https://amina.example', 'markup'],
  ['Amina (Foundation)', 'sign'],
  ['Amina ✓', 'sign'],
  ['Amina!', 'sign'],
  ['… - .', 'sign'],
  ['- . -', 'no_letter'],
  ['12 34', 'no_letter'],
  ['\u0301Amina', 'marks'],
  [`A${'\u0335\u0336\u0337\u0338'.repeat(4)}mina`, 'marks'],
  ['Аmina', 'mixed'],
  ['Amіnа', 'mixed'],
])('%j is none: %s', (typed, kind) => {
  expect(kindOf(typed)).toBe(kind);
});

test('says which character it is', () => {
  expect(nameMistake('Ami\u200Bna')).toEqual({ kind: 'unseen', character: '\u200B' });
});

test('a name is kept in NFC, without marks of direction and spaces that nobody sees', () => {
  expect(nameFrom(' \u200FZoe\u0308\u00A0 \u3000Ada\u200E ')).toBe('Zoë Ada');
});

describe('several writings', () => {
  test('are one name where each is in a script of its own', () => {
    expect(repeatedScript({ en: 'Amina Jallow', ar: 'أمينة جالو', nqo: 'ߊ߬ߡߌߣߊ߫' })).toBeNull();
    expect(repeatedScript({ en: 'Amina', ar: 'أمينة', ha: 'Bisi' })).toBe('ha');
  });

  test('are found by their language, and by nothing that every object has', () => {
    expect(writingIn({ ar: 'أمينة' }, 'ar')).toBe('أمينة');
    expect(writingIn({ ar: 'أمينة' }, '__proto__')).toBeNull();
  });

  test('can be declared if each is a name as it is kept, under a language', () => {
    expect(isDeclarable({ en: 'Amina', ar: 'أمينة' })).toBe(true);
    expect(isDeclarable({})).toBe(false);
    expect(isDeclarable({ en: 'Amina ' })).toBe(false);
    expect(isDeclarable({ 'not a tag': 'Amina' })).toBe(false);
    expect(isDeclarable({ en: 'Amina', ar: '<أمينة>' })).toBe(false);
  });
});
