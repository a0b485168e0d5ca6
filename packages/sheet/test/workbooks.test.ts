import { strToU8, type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MAX_COLUMNS, MAX_ROWS } from '../src/limits.ts';
import { readSheet } from '../src/read-sheet.ts';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';

/** Style 1 shows a day, style 2 a duration, style 3 a day with its time. */
const STYLES = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

function text(address: string, said: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${said}</t></is></c>`;
}

function workbook(worksheets: readonly string[], more: Zippable = {}): Zippable {
  const sheets = worksheets.map(
    (_, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="r${at}"/>`,
  );
  const relations = worksheets.map(
    (_, at) => `<Relationship Id="r${at}" Type="${RELATION}" Target="worksheets/sheet${at}.xml"/>`,
  );
  return {
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(`<workbook><sheets>${sheets.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    'xl/styles.xml': strToU8(STYLES),
    ...Object.fromEntries(
      worksheets.map((rows, at) => [
        `xl/worksheets/sheet${at}.xml`,
        strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
      ]),
    ),
    ...more,
  };
}

async function read(files: Zippable) {
  const sheet = await readSheet(zipSync(files));
  return sheet.ok ? sheet.value : sheet.failure;
}

const LIST = `<row r="1">${text('A1', 'Username')}${text('B1', 'Attended')}</row><row r="2">${text('A2', 'Amina')}${text('B2', 'yes')}</row>`;

test('a worksheet of people is read rather than the notes before it', async () => {
  const notes = `<row r="1">${text('A1', 'Workshop in Accra')}${text('B1', 'Rooms: 2')}</row>`;
  expect(await read(workbook([notes, LIST]))).toMatchObject({ columns: ['Username', 'Attended'] });
  expect(await read(workbook([notes, notes]))).toMatchObject({ columns: ['', ''] });
});

test('the first worksheet that says anything is read, with lines as its program numbers them', async () => {
  expect(await read(workbook(['', '<row r="1"><c r="A1" s="1"/></row>', LIST]))).toEqual({
    columns: ['Username', 'Attended'],
    headed: true,
    rows: [{ line: 2, cells: ['Amina', 'yes'] }],
  });
  const shifted = LIST.replaceAll('r="2"', 'r="5"').replaceAll('2"', '5"');
  expect(await read(workbook([shifted]))).toMatchObject({ rows: [{ line: 5 }] });
});

test('numbers, days, durations, ticks and formulas become the text that their author sees', async () => {
  const header = `<row r="1">${text('A1', 'Username')}${text('B1', 'Hours')}</row>`;
  const rows = [
    '<c r="B2"><v>2.5</v></c>',
    '<c r="B3"><v>2.2999999999999998</v></c>',
    '<c r="B4" s="1"><v>46347</v></c>',
    '<c r="B5" s="2"><v>0.104166666666667</v></c>',
    '<c r="B6" s="2"><v>1.25</v></c>',
    '<c r="B7" s="3"><v>46347.75</v></c>',
    '<c r="B8" t="b"><v>1</v></c>',
    '<c r="B9"><f>1+2</f><v>3</v></c>',
    '<c r="B10" t="str"><f>HYPERLINK("x","Obi")</f><v>Obi</v></c>',
    '<c r="B11" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c r="B12"><f>1+2</f></c>',
    text('B13', 'a &amp; b'),
  ].map((cell, at) => `<row r="${at + 2}">${text(`A${at + 2}`, `P${at}`)}${cell}</row>`);
  const sheet = await read(workbook([header + rows.join('')]));

  expect('rows' in sheet ? sheet.rows.map(({ cells }) => cells[1]) : sheet).toEqual([
    ...['2.5', '2.3', '2026-11-21', '2:30', '30:00', '2026-11-21 18:00'],
    ...['true', '3', 'Obi', '', '', 'a & b'],
  ]);
});

test('cells that only have a format do not count against the limits', async () => {
  const padded = `${LIST}<row r="3"><c r="A3" s="1"/><c r="ZZ3" s="1"/></row><row r="1048576" s="1"><c r="A1048576" s="1"/></row>`;
  expect(await read(workbook([padded]))).toMatchObject({ columns: ['Username', 'Attended'] });
});

test.each([
  [
    'a row far down',
    `<row r="1048576">${text('A1048576', 'x')}</row>`,
    { reason: 'sheet_too_many_rows', maxRows: MAX_ROWS },
  ],
  [
    'a column far out',
    `<row r="3">${text('XFD3', 'x')}</row>`,
    { reason: 'sheet_too_many_columns', maxColumns: MAX_COLUMNS },
  ],
  [
    'a row that no sheet has',
    `<row r="99999999999">${text('A3', 'x')}</row>`,
    { reason: 'sheet_damaged' },
  ],
  [
    'a row in hexadecimal',
    `<row r="0x7fffffff">${text('A3', 'x')}</row>`,
    { reason: 'sheet_damaged' },
  ],
  [
    'an address in references',
    `<row r="3"><c r="A&#51;"><v>1</v></c></row>`,
    { reason: 'sheet_damaged' },
  ],
])('a worksheet with %s is refused before its cells are filled in', async (_, row, refusal) => {
  expect(await read(workbook([LIST + row]))).toMatchObject(refusal);
});

test('10,000 rows are read, and one more is refused', async () => {
  const rows = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `<row r="${at + 2}">${text(`A${at + 2}`, `P ${at}`)}</row>`,
    );
  const header = `<row r="1">${text('A1', 'Username')}</row>`;
  const full = await read(workbook([header + rows(MAX_ROWS).join('')]));
  expect('rows' in full ? full.rows.length : full).toBe(MAX_ROWS);
  expect(await read(workbook([header + rows(MAX_ROWS + 1).join('')]))).toEqual({
    reason: 'sheet_too_many_rows',
    maxRows: MAX_ROWS,
  });
});

test('a part that unpacks to 200 MiB is refused, whatever size it declares', async () => {
  const spaces = new Uint8Array(200 * 1024 * 1024).fill(32);
  const begunMs = performance.now();
  const bomb = zipSync(workbook([LIST], { 'xl/sharedStrings.xml': spaces }), { level: 9 });
  const packingMs = performance.now() - begunMs;
  expect(bomb.length).toBeLessThan(300_000);
  const before = performance.now();
  for (const archive of [bomb, declaringSmall(bomb)]) {
    const refused = await readSheet(archive);
    expect(refused).toMatchObject({ ok: false, failure: { reason: 'sheet_unsafe' } });
  }
  // Unpacking it twice would take longer than packing it once did.
  expect(performance.now() - before).toBeLessThan(packingMs);
});

test('many parts that unpack to too much together are refused', async () => {
  const spaces = new Uint8Array(5 * 1024 * 1024).fill(32);
  const sheets = Array.from({ length: 5 }, (_, at) => [`xl/worksheets/more${at}.xml`, spaces]);
  expect(await read(workbook([LIST], Object.fromEntries(sheets)))).toMatchObject({
    reason: 'sheet_unsafe',
  });
});

test('an archive of more than 200 parts is refused', async () => {
  const parts = Array.from({ length: 200 }, (_, at) => [`xl/media/${at}.png`, new Uint8Array(1)]);
  expect(await read(workbook([LIST], Object.fromEntries(parts)))).toMatchObject({
    reason: 'sheet_damaged',
  });
});

test('parts that are not read may be of any size', async () => {
  const picture = new Uint8Array(30 * 1024 * 1024);
  expect(await read(workbook([LIST], { 'xl/media/image1.png': picture }))).toMatchObject({
    rows: [{ cells: ['Amina', 'yes'] }],
  });
});

test.each([
  '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
  '<!doctype w SYSTEM "file:///etc/passwd">',
])('a workbook that declares entities is refused: %s', async (declaration) => {
  const bomb = strToU8(`${declaration}<sst><si><t>&b;</t></si></sst>`);
  expect(await read(workbook([LIST], { 'xl/sharedStrings.xml': bomb }))).toMatchObject({
    reason: 'sheet_unsafe',
  });
});

test.each([
  ['macros', workbook([LIST], { 'xl/vbaProject.bin': new Uint8Array(9) })],
  ['binary_excel', { 'xl/workbook.bin': new Uint8Array(9) }],
  [
    'opendocument',
    {
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8('<x/>'),
    },
  ],
  ['numbers', { 'Index/Document.iwa': new Uint8Array(9) }],
  ['other_zip', { 'word/document.xml': strToU8('<x/>') }],
] as const)('an archive of the kind %s is refused as what it is', async (format, files) => {
  expect(await read(files)).toEqual({ reason: 'sheet_format_unsupported', format });
});

test('an archive with a password is refused as one', async () => {
  const archive = zipSync(workbook([LIST]));
  const entry = directoryOf(archive);
  new DataView(archive.buffer).setUint16(entry + 8, 1, true);
  expect(await readSheet(archive)).toMatchObject({
    failure: { reason: 'sheet_format_unsupported', format: 'encrypted' },
  });
});

test('a workbook that is cut off, changed or without its parts is refused as damaged', async () => {
  const archive = zipSync(workbook([LIST]));
  const broken = archive.slice();
  const { 'xl/_rels/workbook.xml.rels': _, ...incomplete } = workbook([LIST]);
  broken.fill(0xff, 60, 300);
  for (const bytes of [
    archive.subarray(0, archive.length - 30),
    archive.subarray(0, 100),
    broken,
    zipSync(incomplete),
  ]) {
    expect(await readSheet(bytes)).toMatchObject({ failure: { reason: 'sheet_damaged' } });
  }
});

/** Where the first entry of the central directory begins. */
function directoryOf(archive: Uint8Array): number {
  const view = new DataView(archive.buffer, archive.byteOffset);
  return view.getUint32(archive.length - 6, true);
}

/** The same archive, of which every entry claims to unpack to ten bytes. */
function declaringSmall(archive: Uint8Array): Uint8Array {
  const changed = archive.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at < changed.length - 30; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true);
  }
  return changed;
}
