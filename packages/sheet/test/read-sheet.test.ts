import { expect, test } from 'vitest';
import { guessReading } from '../src/guess-reading.ts';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, MAX_SHEET_BYTES } from '../src/limits.ts';
import { readSheet } from '../src/read-sheet.ts';
import { writeCsv } from '../src/write-csv.ts';

async function sheetOf(given: Uint8Array | string) {
  const sheet = await readSheet(given);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.failure));
  return sheet.value;
}

async function refusalOf(given: Uint8Array | string) {
  const sheet = await readSheet(given);
  return sheet.ok ? null : sheet.failure;
}

async function cellsOf(given: Uint8Array | string) {
  return (await sheetOf(given)).rows.map(({ cells }) => cells);
}

const LIST = ['Amina', 'Obi the Great', 'سلمى'];

test.each([
  ['nothing', LIST.join('\n')],
  ['CR LF', LIST.join('\r\n')],
  ['CR', LIST.join('\r')],
  ['empty lines', `\n\n${LIST.join('\n \n')}\n`],
  ['bullets', LIST.map((name) => `* ${name}`).join('\n')],
  ['dots', LIST.map((name) => `• ${name}`).join('\n')],
  ['dashes', LIST.map((name) => `- ${name}`).join('\n')],
  ['hashes', LIST.map((name) => `# ${name}`).join('\n')],
  ['hashes without a space', LIST.map((name) => `#${name}`).join('\n')],
  ['numbers', LIST.map((name, at) => `${at + 1}. ${name}`).join('\n')],
  ['Arabic numbers', LIST.map((name, at) => `${'١٢٣'[at]}) ${name}`).join('\n')],
  ['mentions', LIST.map((name) => `@${name}`).join('\n')],
  ['bulleted mentions', LIST.map((name) => `* @${name}`).join('\n')],
  ['a header', `Username\n${LIST.join('\n')}`],
  ['a header in Arabic', `اسم المستخدم\n${LIST.join('\n')}`],
  ['a header in Japanese', `利用者名\n${LIST.join('\n')}`],
])('names one a line are read, with %s', async (_, text) => {
  const sheet = await sheetOf(text);

  expect(sheet.rows.map(({ cells }) => cells)).toEqual(LIST.map((name) => [name]));
  expect(guessReading(sheet)).toEqual({
    usernameColumn: 0,
    hoursColumn: null,
    attendance: { rule: 'everyone' },
  });
});

test('a single name may begin with what marks a list elsewhere', async () => {
  expect(await cellsOf('1. FC Fan\nAmina\n-sche\nNama Ketut')).toEqual([
    ['1. FC Fan'],
    ['Amina'],
    ['-sche'],
    ['Nama Ketut'],
  ]);
});

test('a list of a wiki keeps its links for whoever reads the names', async () => {
  expect(await cellsOf('* [[User:Amina]]\n* [[User:Obi|Obi]] (trainer)\n*{{u|Efe}}')).toEqual([
    ['[[User:Amina]]'],
    ['[[User:Obi|Obi]] (trainer)'],
    ['{{u|Efe}}'],
  ]);
});

test.each([
  ['commas', 'Name,Hours\nAmina,"2,5"\n"Obi, the Great",3'],
  ['semicolons and decimal commas', 'Name;Hours\nAmina;2,5\nObi, the Great;3'],
  ['tabs', 'Name\tHours\nAmina\t2,5\nObi, the Great\t3'],
  ['bars', 'Name|Hours\nAmina|2,5\nObi, the Great|3'],
  ['a line that names the delimiter', 'sep=;\nName;Hours\nAmina;2,5\nObi, the Great;3'],
  ['a byte order mark', '\uFEFFName;Hours\nAmina;2,5\nObi, the Great;3'],
])('columns are found between %s', async (_, text) => {
  const { columns, headed, rows } = await sheetOf(text);

  expect({ columns, headed }).toEqual({ columns: ['Name', 'Hours'], headed: true });
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['Amina', '2,5'],
    ['Obi, the Great', '3'],
  ]);
});

test('titles above the headers are left out, and lines keep their numbers', async () => {
  const text = [
    'Editing workshop;;;',
    'Enugu, 21 November 2026;;;',
    '',
    'S/N;Username;Day 1;Day 2',
    '1;Amina;x;x',
    '2;Obi;x;',
  ].join('\r\n');
  const sheet = await sheetOf(text);

  expect(sheet.columns).toEqual(['S/N', 'Username', 'Day 1', 'Day 2']);
  expect(sheet.rows.map(({ line }) => line)).toEqual([5, 6]);
  expect(guessReading(sheet)).toEqual({
    usernameColumn: 1,
    hoursColumn: null,
    attendance: { rule: 'marked', columns: [2, 3], values: ['x'], atLeast: 2 },
  });
});

test('a row that spans lines has the line on which it begins, with any line end', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['Username,Note', '', 'A,"x', '', 'y"', 'B,'].join(end);
    expect((await sheetOf(text)).rows.map(({ line }) => line)).toEqual([3, 6]);
  }
});

test('a sheet without headers is read from its first row on', async () => {
  const sheet = await sheetOf('1,Amina,yes\n2,Obi,no\n3,Efe,yes');

  expect(sheet).toMatchObject({ headed: false, columns: ['', '', ''] });
  expect(sheet.rows).toHaveLength(3);
  expect(guessReading(sheet)).toMatchObject({
    usernameColumn: 1,
    attendance: { rule: 'marked', columns: [2], values: ['yes'] },
  });
});

test('headers that nobody foresaw are told by the values below them', async () => {
  const sheet = await sheetOf('Wer,Zahl\nAmina,2\nObi,3\nEfe,4');

  expect(sheet).toMatchObject({ headed: true, columns: ['Wer', 'Zahl'] });
});

test('a quotation mark that is never closed is refused with the line of its row', async () => {
  const text = 'Name,Came\r\nA,yes\r\n\r\n"B,yes\r\nC,yes\r\n';
  expect(await refusalOf(text)).toEqual({ reason: 'sheet_quoting', line: 4 });
});

test.each([
  ['"B" x', 'Name,Came\nA,yes\n"B" x,yes\nC,yes'],
  ['B "the" x', 'Name,Came\nA,yes\nB "the" x,yes\nC,yes'],
  ['=HYPERLINK("x")', 'Name;Came\nA;yes\n=HYPERLINK("x");yes\nC;yes'],
])('the quotation marks of %s stay a part of its cell', async (cell, text) => {
  const { rows } = await sheetOf(text);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['A', 'yes'],
    [cell, 'yes'],
    ['C', 'yes'],
  ]);
});

test('a sheet beyond the limits is refused with the limit', async () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `Person ${at}`);
  expect(await refusalOf('a'.repeat(MAX_SHEET_BYTES + 1))).toEqual({
    reason: 'sheet_too_large',
    maxBytes: MAX_SHEET_BYTES,
  });
  expect(await refusalOf('ß'.repeat(MAX_SHEET_BYTES / 2 + 1))).toMatchObject({
    reason: 'sheet_too_large',
  });
  expect((await sheetOf(['Username', ...names(MAX_ROWS)].join('\n'))).rows).toHaveLength(MAX_ROWS);
  expect(await refusalOf(names(MAX_ROWS + 1).join('\n'))).toEqual({
    reason: 'sheet_too_many_rows',
    maxRows: MAX_ROWS,
  });
  const wide = (count: number) => Array.from({ length: count }, () => 'a').join(',');
  expect(await refusalOf(`${wide(MAX_COLUMNS)}\n${wide(MAX_COLUMNS)}`)).toBeNull();
  expect(await refusalOf(`${wide(MAX_COLUMNS + 1)}\n${wide(MAX_COLUMNS + 1)}`)).toEqual({
    reason: 'sheet_too_many_columns',
    maxColumns: MAX_COLUMNS,
  });
  expect(await refusalOf(`Amina\n${'x'.repeat(MAX_CELL_CHARACTERS)}`)).toBeNull();
  expect(await refusalOf(`Amina\n${'x'.repeat(MAX_CELL_CHARACTERS + 1)}`)).toEqual({
    reason: 'sheet_cell_too_long',
    line: 2,
    maxCharacters: MAX_CELL_CHARACTERS,
  });
});

test.each(['', ' \n\t\n', '\uFEFF', 'Username', 'Username;Hours\n;\n'])(
  'a sheet without a row is refused: %j',
  async (text) => {
    expect(await refusalOf(text)).toEqual({ reason: 'sheet_empty' });
  },
);

test('what is written as CSV cannot run as a formula, and reads back the same', async () => {
  const rows = [
    ['Username', 'Remark'],
    ['=HYPERLINK("https://evil.example";"x")', '@SUM(1)'],
    ['+JMJ+', '-2+3'],
    ["'quoted'", "'=1"],
    ['Obi, "the Great"', 'two\nlines'],
    ['semi;colon', 'tab\there | bar'],
    ['＝wide', '  spaces  '],
    ['سلمى', ''],
  ];
  const csv = writeCsv(rows);

  expect(csv.startsWith('\uFEFFUsername,Remark\r\n')).toBe(true);
  for (const line of csv.split('\r\n')) expect(line).not.toMatch(/(?:^|,)"?[=+\-@＝]/);
  expect(await cellsOf(csv)).toEqual(rows.slice(1));
  expect(await cellsOf(new TextEncoder().encode(csv))).toEqual(rows.slice(1));
});
