import { expect, test } from 'vitest';
import { readNameCell } from '../src/name-cell.ts';

test.each([
  ['Amina', 'Amina'],
  [' user:amina_Ɗanladi ', 'Amina Ɗanladi'],
  ['Usuário:Conceição Araújo', 'Conceição Araújo'],
  ['Usuário(a):Iguaçu-Foz', 'Iguaçu-Foz'],
  ['مستخدم:مُنى عبدالرحمٰن', 'مُنى عبدالرحمٰن'],
  ['\u2067مستخدم:سلمى\u2069', 'سلمى'],
  ['w:de:Benutzer:Gesine', 'Gesine'],
  [':en:User:Obi', 'Obi'],
  ['@Amina', 'Amina'],
  ['+JMJ+', '+JMJ+'],
  ['-sche', '-sche'],
  ['Efe, the Trainer', 'Efe, the Trainer'],
])('the name in %j is %j', (cell, username) => {
  expect(readNameCell(cell)).toEqual({ found: true, username, doubts: [] });
});

test.each([
  ['https://meta.wikimedia.org/wiki/User:Foo_Bar', 'Foo Bar'],
  ['http://en.wikipedia.org/wiki/User:Pasted_Link', 'Pasted Link'],
  ['https://en.m.wikipedia.org/wiki/User:Foo/sandbox', 'Foo'],
  ['//commons.wikimedia.org/wiki/User:Foo', 'Foo'],
  ['pt.wikipedia.org/wiki/Usuário:João', 'João'],
  ['https://ar.wikipedia.org/wiki/%D9%85%D8%B3%D8%AA%D8%AE%D8%AF%D9%85:Salma', 'Salma'],
  ['https://en.wikipedia.org/w/index.php?title=User:Foo&action=edit', 'Foo'],
  ['https://en.wikipedia.org/wiki/User_talk:Foo', 'Foo'],
  ['https://en.wikipedia.org/wiki/Special:Contributions/Foo_Bar', 'Foo Bar'],
  ['https://meta.wikimedia.org/w/index.php?title=Special:CentralAuth&target=Foo', 'Foo'],
  ['[[User:Foo]]', 'Foo'],
  ['[[User:Foo|the trainer]] (Lagos)', 'Foo'],
  ['[[:w:de:Benutzerin:Foo]]', 'Foo'],
  ['{{ping|Foo}}', 'Foo'],
])('the name in the link %s is %s, with a doubt', (cell, username) => {
  expect(readNameCell(cell)).toEqual({ found: true, username, doubts: ['taken_from_link'] });
});

test.each([
  ['', 'empty'],
  [' \u200F\u00A0', 'empty'],
  ['temi@example.org', 'email'],
  ['<temi@example.org>', 'email'],
  ['mailto:temi@example.org', 'email'],
  ['=HYPERLINK("x")', 'formula'],
  ["=cmd|' /C calc'!A0", 'formula'],
  ["+cmd|' /C calc'!A0", 'formula'],
  ['-2+3', 'formula'],
  ['@SUM(1)', 'formula'],
  ['~2026-12345-67', 'temporary'],
  ['User:~2026-12345-67', 'temporary'],
  ['203.0.113.44', 'invalid'],
  ['Marigold #12', 'invalid'],
  ['<b>Amina</b>', 'invalid'],
  ['https://evil.example/wiki/User:Foo', 'invalid'],
  ['https://en.wikipedia.org/wiki/Main_Page', 'invalid'],
  ['ഖ'.repeat(29), 'invalid'],
])('no name is read in %j: %s', (cell, why) => {
  expect(readNameCell(cell)).toMatchObject({ found: false, refusal: { why } });
});

test('a refusal keeps nothing of an e-mail address', () => {
  expect(JSON.stringify(readNameCell('temi@example.org'))).not.toContain('temi');
});

test('a name of 85 bytes is one, and of 86 is none', () => {
  expect(readNameCell('ഖ'.repeat(28)).found).toBe(true);
  expect(readNameCell('A'.repeat(86)).found).toBe(false);
});

test.each(['Pаypal', 'Αlice', 'Аminа B'])('%j has letters of two scripts in one word', (cell) => {
  expect(readNameCell(cell)).toMatchObject({ doubts: ['mixed_scripts'] });
});

test.each(['Александра Жданова x1', 'さくら・トレーナー', 'R. K. Sharma (WMIN)', 'عبد العزيز 20'])(
  '%j is not suspected for its scripts',
  (cell) => {
    expect(readNameCell(cell)).toMatchObject({ found: true, doubts: [] });
  },
);
