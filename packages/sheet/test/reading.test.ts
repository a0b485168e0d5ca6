import type { AttendanceRule } from '@laurel/core/sheet-reading';
import { expect, test } from 'vitest';
import { applyReading } from '../src/apply-reading.ts';
import { comparable } from '../src/comparable.ts';
import { guessReading } from '../src/guess-reading.ts';
import { countFrom, hoursFrom, numberFrom } from '../src/number.ts';
import { readSheet } from '../src/read-sheet.ts';

async function guessed(text: string) {
  const sheet = await readSheet(text);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.failure));
  const reading = guessReading(sheet.value);
  return { reading, rows: sheet.value.rows.map((row) => applyReading(row, reading)) };
}

/** The zeros of all scripts that have digits. */
const ZEROS = Array.from({ length: 0x1_ffff }, (_, code) => code).filter(
  (code) =>
    /\p{Nd}/u.test(String.fromCodePoint(code)) && numberFrom(String.fromCodePoint(code)) === 0,
);

test('a number is read in the digits of every script, with every decimal separator', () => {
  expect(ZEROS.length).toBeGreaterThan(60);
  for (const zero of ZEROS) {
    const digits = (text: string) =>
      text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
    for (const separator of ['.', ',', '٫']) {
      expect(numberFrom(digits(`120${separator}75`)), String(zero)).toBe(120.75);
    }
  }
});

test.each([
  ['2', 2],
  ['2,5', 2.5],
  ['2:30', 2.5],
  ['٢:٣٠', 2.5],
  ['10:20', 10.33],
  ['2.123', 2.12],
  ['2h', 2],
  ['2h30', 2.5],
  ['2,5 jam', 2.5],
  ['3 hours', 3],
  ['٢ ساعات', 2],
])('the hours %s are %d', (written, hours) => {
  expect(hoursFrom(written)).toBe(hours);
});

test.each(['two', '-1', '0', '0.001', '99999', '1,000,5', '90 min', '2:75', '1e3', 'NaN', '½'])(
  '%j is no number of hours',
  (written) => {
    expect(hoursFrom(written)).toBeUndefined();
  },
);

test.each([
  ['3', 3],
  ['3/4', 3],
  ['3 of 4', 3],
  ['٣ من ٤', 3],
  ['3 dari 4', 3],
])('the count %s is %d', (written, count) => {
  expect(countFrom(written)).toBe(count);
});

test('hours that cannot be read are said so, and the row stays', () => {
  const reading = { usernameColumn: 0, hoursColumn: 1, attendance: { rule: 'everyone' } } as const;
  expect(applyReading({ line: 7, cells: ['Amina', 'two'] }, reading)).toEqual({
    line: 7,
    name: { found: true, username: 'Amina', doubts: [] },
    attended: true,
    hours: null,
    hoursUnreadable: true,
  });
  expect(applyReading({ line: 8, cells: ['Amina'] }, reading)).toMatchObject({
    hours: null,
    hoursUnreadable: false,
  });
});

test('values are compared without regard to case, composition, spaces and marks of direction', () => {
  expect(comparable('\u200F SI\u0301 \u00A0 x\u2069')).toBe(comparable('s\u00ED x'));
  const marked: AttendanceRule = { rule: 'marked', columns: [1], values: ['Sí'], atLeast: 1 };
  const reading = { usernameColumn: 0, hoursColumn: null, attendance: marked };
  expect(applyReading({ line: 1, cells: ['A', '\u200F SI\u0301 '] }, reading).attended).toBe(true);
  expect(applyReading({ line: 1, cells: ['A', 'sí y no'] }, reading).attended).toBe(false);
});

test.each([
  ['Username,Registered\nAmina,yes\nObi,no'],
  ['Username,Registered to attend\nAmina,yes\nObi,yes'],
  ['Username,Will you attend?\nAmina,yes\nObi,yes'],
  ['اسم المستخدم,التسجيل\nسلمى,نعم\nمراد,نعم'],
  ['Usuário;Inscrição\nAmina;Sim\nObi;Sim'],
  ['Nama pengguna;Pendaftaran\nAmina;Ya\nObi;Ya'],
  ['Username,First time here?\nAmina,yes\nObi,no'],
  ['Username,Photo consent\nAmina,yes\nObi,yes'],
  ['Username,Absent\nAmina,yes\nObi,no'],
  ['Username,Attendance\nAmina,perhaps\nObi,no'],
  ['Username,Attendance\nAmina,\nObi,'],
  ['Username,Hours\nAmina,2\nObi,3'],
  ['Registered\nAmina\nObi'],
])('nobody is taken to have attended by %j', async (text) => {
  const { reading, rows } = await guessed(text);

  expect(reading.attendance).toEqual({ rule: 'by_hand' });
  expect(rows.map(({ attended }) => attended)).toEqual([null, null]);
});

test.each([
  ['P and A', 'Username,Attendance\nAmina,P\nObi,A', ['p']],
  ['a cross for yes', 'Username,Present\nAmina,x\nObi,', ['x']],
  ['a cross for no', 'Username,Present\nAmina,✓\nObi,x', ['✓']],
  ['1 and 0', 'Username,Attended\nAmina,1\nObi,0', ['1']],
  ['TRUE and FALSE', 'Username,Attended\nAmina,TRUE\nObi,FALSE', ['true']],
  ['remarks behind it', 'Username,Attended\nAmina,"Yes, online"\nObi,No (ill)', ['yes, online']],
  ['Hausa', 'Sunan mai amfani,Halarta\nAmina,Eh\nObi,A\u2019a', ['eh']],
  ['Portuguese', 'Usuário;Presença\nAmina;Sim\nObi;Não', ['sim']],
  ['Spanish', 'Usuaria;Asistió\nAmina;Sí\nObi;No', ['sí']],
  ['French', 'Utilisatrice;Présence\nAmina;Oui\nObi;Non', ['oui']],
  ['German', 'Benutzername;Anwesend\nAmina;ja\nObi;nein', ['ja']],
  ['Persian', 'نام کاربری,حضور\nAmina,بله\nObi,خیر', ['بله']],
  ['Russian', 'Имя участника;Присутствие\nAmina;Да\nObi;Нет', ['да']],
  ['Japanese', '利用者名,出席\nAmina,○\nObi,×', ['○']],
  ['Hindi', 'सदस्यनाम,उपस्थिति\nAmina,हाँ\nObi,नहीं', ['हाँ']],
])('who attended is told with %s', async (_, text, values) => {
  const { reading, rows } = await guessed(text);

  expect(reading.attendance).toEqual({ rule: 'marked', columns: [1], values, atLeast: 1 });
  expect(rows.map(({ attended }) => attended)).toEqual([true, false]);
});

test('registered is passed over where attendance stands beside it', async () => {
  const { reading } = await guessed(
    'Username,Registered,Attended\nAmina,yes,no\nObi,yes,yes\nEfe,no,yes',
  );
  expect(reading.attendance).toMatchObject({ rule: 'marked', columns: [2] });
});

test.each([
  ['Full name,E-mail,Wiki username,Attended\nAmina Bello,a@example.org,Amina99,yes', 2],
  ['Name,Username,Attended\nAmina Bello,Amina99,yes', 1],
  ['Nama lengkap;Surel;Nama pengguna\nAmina Bello;a@example.org;Amina99', 2],
  ['E-mail,Name,Attended\na@example.org,Amina99,yes', 1],
  ['a@example.org,Amina99,3\nb@example.org,Obi,4\nc@example.org,Efe,5', 1],
  ['21/11/2026,yes,Amina99\n21/11/2026,no,Obi\n22/11/2026,yes,Efe', 2],
])('of several columns with names in %j, the one of user names is taken', async (text, column) => {
  expect((await guessed(text)).reading.usernameColumn).toBe(column);
});

test.each([
  ['Username,Hours\nAmina,"2,5"\nObi,3', 1],
  ['Usuario;Horas\nAmina;2,5\nObi;3', 1],
  ['اسم المستخدم,عدد الساعات\nسلمى,٢٫٥\nمراد,٣', 1],
  ['Username,Volunteer hours,Remark\nAmina,2,\nObi,3,', 1],
  ['Username,Hours\nAmina,morning\nObi,evening', null],
  ['Nama pengguna;Jam kedatangan\nAmina;09:00\nObi;09:30', null],
  ['Username,Remark\nAmina,2\nObi,3', null],
])('the hours of %j are in the column %s', async (text, column) => {
  expect((await guessed(text)).reading.hoursColumn).toBe(column);
});

test('dates over columns of ticks are days, and both are asked for', async () => {
  const { reading, rows } = await guessed(
    'Username\t21.11.2026\t22.11.2026\nAmina\t✓\t✓\nObi\t✓\t\nEfe\t\t✓',
  );
  expect(reading.attendance).toMatchObject({ columns: [1, 2], atLeast: 2 });
  expect(rows.map(({ attended }) => attended)).toEqual([true, false, false]);
});

test('sessions written as “3 of 4” are counted', async () => {
  const { reading, rows } = await guessed(
    'Username,Sessions attended\nAmina,4 of 4\nObi,3 of 4\nEfe,2 of 4',
  );
  expect(reading.attendance).toEqual({ rule: 'counted', column: 1, atLeast: 4 });
  expect(rows.map(({ attended }) => attended)).toEqual([true, false, false]);
});
