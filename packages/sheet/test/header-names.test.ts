import { expect, test } from 'vitest';
import { readSheet } from '../src/read-sheet.ts';

test.each(['User:Efua Writes', 'مستخدم:سلمى الكاتبة', 'w:User:Efua Writes'])(
  'a person called %s is no header, and nobody above them is left out',
  async (name) => {
    const sheet = await readSheet(`Kofi Reads\n${name}\nAma Sings\n`);
    expect(sheet.ok && sheet.value.rows.map(({ cells }) => cells[0])).toEqual([
      'Kofi Reads',
      name,
      'Ama Sings',
    ]);
  },
);

test('the name of the user namespace alone is a header', async () => {
  const sheet = await readSheet('User:\nKofi Reads\n');
  expect(sheet.ok && sheet.value.headed).toBe(true);
});
