import { expect, test } from 'vitest';
import { applyReading } from '../src/apply-reading.ts';
import { guessReading } from '../src/guess-reading.ts';
import { readSheet } from '../src/read-sheet.ts';

/** The names that a pasted text gives, as its reading is guessed, and who of them attended. */
async function peopleIn(text: string) {
  const sheet = await readSheet(text);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.failure));
  const reading = guessReading(sheet.value);
  return sheet.value.rows.map((row) => {
    const { name, attended } = applyReading(row, reading);
    return [name.found ? name.username : name.refusal.why, attended];
  });
}

const BOTH = [
  ['Ṣadé of Ìbàdàn', true],
  ['ديما الرملي', true],
];

test.each([
  [
    'signatures of a page where people signed up',
    '# [[User:Ṣadé of Ìbàdàn|Ṣadé]] ([[User talk:Ṣadé of Ìbàdàn|talk]]) 10:03, 21 November 2026 (UTC)\n# [[User:ديما الرملي|ديما]] ([[User talk:ديما الرملي|talk]]) 10:04, 21 November 2026 (UTC)\n',
  ],
  [
    'signatures without marks of a list',
    '[[User:Ṣadé of Ìbàdàn]] ([[User talk:Ṣadé of Ìbàdàn|talk]]) 10:03, 21 November 2026 (UTC)\n[[مستخدم:ديما الرملي]] 10:04، 21 نوفمبر 2026 (ت ع م)\n',
  ],
  [
    'a chat copied from a phone',
    '[21/11/2026, 10:15:22] +234 803 000 0000: User:Ṣadé of Ìbàdàn\n\u200E[21/11/2026, 10:16:02] Dima: ديما الرملي\n',
  ],
  [
    'a chat copied from a browser',
    '[10:15, 21/11/2026] Ṣadé: Ṣadé of Ìbàdàn ✅\n[10:16 PM, 11/21/2026] Dima: ديما الرملي\n',
  ],
  [
    'a chat that was exported',
    '21/11/2026, 10:15 - Ṣadé: Ṣadé of Ìbàdàn\n21/11/2026, 10:16 - Dima: ديما الرملي\n',
  ],
  ['numbers and ticks', '1. Ṣadé of Ìbàdàn ✅\n2) ديما الرملي 🙋🏽‍♀️\n'],
  ['numbers on keys', '1️⃣ Ṣadé of Ìbàdàn\n2️⃣ ديما الرملي ✔️\n'],
  ['pictures before the names', '🔹 Ṣadé of Ìbàdàn\n🔹 ديما الرملي\n'],
  ['names in one line', 'Ṣadé of Ìbàdàn, ديما الرملي'],
  ['names in one line of Arabic', 'Ṣadé of Ìbàdàn، ديما الرملي'],
  ['a comma at the end of each line', 'Ṣadé of Ìbàdàn,\nديما الرملي,\n'],
  ['a column that counts', '1,Ṣadé of Ìbàdàn\n2,ديما الرملي\n'],
])('names come out of %s', async (_, text) => {
  expect(await peopleIn(text)).toEqual(BOTH);
});

test.each([
  ['Ada Obi,yes', [['Ada Obi', true]]],
  ['Ada Obi;2', [['Ada Obi', null]]],
  ['Rose 🌹', [['Rose 🌹', true]]],
])('%j is one person', async (text, people) => {
  expect(await peopleIn(text)).toEqual(people);
});

test.each([
  ['Nama pengguna;Hari 1;Hari 2\nSri;v;v\nBudi;v;\n', ['Sri', true], ['Budi', false]],
  [
    'اسم المستخدم;اليوم الأول;اليوم الثاني\nديما;نعم;نعم\nسلمى;نعم;لا\n',
    ['ديما', true],
    ['سلمى', false],
  ],
  ['Username,First day,Second day\nAda,x,x\nBao,,x\n', ['Ada', true], ['Bao', false]],
])('who came on all days of %j is told', async (text, ...people) => {
  expect(await peopleIn(text)).toEqual(people);
});
