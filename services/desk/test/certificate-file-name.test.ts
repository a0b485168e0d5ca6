import { expect, test } from 'vitest';
import { certificateFileName } from '../src/certificates/file-name.ts';

const nameOf = (username: string, row = 6) => certificateFileName(row, 120, username);

test.each([
  ['plain', 'Amina Sowah', '007 Amina Sowah.pdf'],
  ['composed, as NFC', 'Ọla\u0301', '007 Ọlá.pdf'],
  ['from right to left', 'ليان الخطّاط', '007 ليان الخطّاط.pdf'],
  ['kept by Windows for itself', 'CON', '007 CON.pdf'],
  ['with signs that lead elsewhere', '../../etc/passwd', '007 .._.._etc_passwd.pdf'],
  ['with every sign that Windows forbids', '<a>:"b"/\\|?*', '007 _a___b______.pdf'],
  ['with marks of direction', 'Ann\u202egpj.exe\u2066x\u200f', '007 Anngpj.exex.pdf'],
  ['with controls and lines', 'A\u0000n\u0007n\nB\u2028C\u007f', '007 Ann B C.pdf'],
  ['with joiners, which spell it', 'می\u200cخواهم 👩\u200d🏫', '007 می\u200cخواهم 👩\u200d🏫.pdf'],
  ['with half a character', 'A\ud83d B', '007 A B.pdf'],
  ['that ends in spaces and dots', '  Ann. . ', '007 Ann. ..pdf'],
  ['of nothing to be seen', '\u200b\u2060', '007.pdf'],
  ['not known', '', '007.pdf'],
])('a name %s', (_, username, wanted) => {
  expect(nameOf(username)).toBe(wanted);
});

test.each(['W', 'ẹ́', '👩‍🏫', 'জ্যো'])('a long name of %s is cut between letters', (letter) => {
  const name = nameOf(letter.repeat(300));

  expect(Buffer.byteLength(name)).toBeLessThan(140);
  expect(name).toMatch(/^007 .+\.pdf$/u);
  expect(name.slice(4, -4).replaceAll(letter.normalize('NFC'), '')).toBe('');
});

test('no two rows of a batch have one name, and they sort in its order', () => {
  const names = Array.from({ length: 120 }, (_, row) => nameOf(row % 2 ? 'Ann' : 'ANN', row));

  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(120);
  expect([...names].sort()).toEqual(names);
});
