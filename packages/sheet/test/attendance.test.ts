import { readFileSync } from 'node:fs';
import { normaliseUsername } from '@laurel/core/username';
import { expect, test } from 'vitest';
import { WORKSHOP_MAPPING } from '../../../development/demonstration/workshop-mapping.ts';
import { type AttendanceList, type AttendanceMapping, readAttendance } from '../src/attendance.ts';

const MAPPING: AttendanceMapping = {
  delimiter: ',',
  usernameColumn: 'Name',
  attendanceColumn: 'Came',
  hoursColumn: 'Hours',
  attendedValues: ['yes'],
};

function workshop(): AttendanceList {
  const text = readFileSync(`${import.meta.dirname}/../../../examples/workshop.csv`, 'utf8');
  const read = readAttendance(text, WORKSHOP_MAPPING);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

test('the example sheet has 46 names, of which 41 attended and 5 did not', () => {
  const { rows, rowsWithoutName } = workshop();

  expect(rows).toHaveLength(46);
  expect(rows.filter(({ attended }) => attended)).toHaveLength(41);
  expect(rows.filter(({ attended }) => !attended).map(({ username }) => username)).toEqual([
    'هند المدوّنة',
    'তমাল সরখেল',
    'Percival Stray',
    'Ingrid Solvang-Holm',
    'Тимур Быстрых',
  ]);
  expect(rowsWithoutName).toBe(1);
});

test('of those who attended in the example sheet, two are no user names and one is listed twice', () => {
  const names = workshop()
    .rows.filter(({ attended }) => attended)
    .map(({ username }) => ({ username, normalised: normaliseUsername(username) }));

  const refused = names.filter(({ normalised }) => !normalised.ok);
  expect(refused.map(({ username }) => username)).toEqual(['Marigold #12', '203.0.113.44']);
  const accepted = names.flatMap(({ normalised }) => (normalised.ok ? [normalised.value] : []));
  expect(accepted).toHaveLength(39);
  expect(new Set(accepted).size).toBe(38);
  expect(accepted.filter((name) => name.includes(':'))).toEqual([]);
});

test('names of the example sheet stay as they were written, with the line they stand on', () => {
  expect(workshop().rows).toEqual(
    expect.arrayContaining([
      { line: 2, username: 'User:Ɓoyi Marubuciya', attended: true, hours: 1.5 },
      { line: 3, username: 'User:Adùnní Ọ̀ṣúnwálé', attended: true, hours: 2.5 },
      { line: 4, username: 'Bùnmi_Àkàndé', attended: true, hours: 2.5 },
      { line: 13, username: '\u200Fسندس الحبر\u200E', attended: true, hours: 2 },
      { line: 14, username: 'هند المدوّنة', attended: false, hours: null },
      { line: 17, username: 'सदस्य:चित्रलेखा बोडस', attended: true, hours: 2.5 },
      { line: 37, username: 'Quill; the Younger', attended: true, hours: 2.5 },
    ]),
  );
});

test.each([
  ['2', 2],
  ['2.5', 2.5],
  ['"2,5"', 2.5],
  ['٢٫٥', 2.5],
  ['۱۲', 12],
  ['२.२५', 2.25],
  ['𞥒', 2],
  ['\u200F٣\u200E', 3],
  ['', null],
])('the hours %s are read as %s', (written, hours) => {
  expect(readAttendance(`Name,Came,Hours\nAmara,yes,${written}`, MAPPING)).toMatchObject({
    ok: true,
    value: { rows: [{ hours }] },
  });
});

test.each(['two', '-1', '1,000,5', '2h'])('the hours %j are refused with their line', (written) => {
  expect(readAttendance(`Name,Came,Hours\n\nAmara,yes,"${written}"`, MAPPING)).toEqual({
    ok: false,
    failure: { reason: 'hours_unreadable', line: 3, hours: written },
  });
});

test('headers and attendance are found in any case, with stray spaces and marks of direction', () => {
  const text =
    '\uFEFF HOURS ,\u200ENa\u0301me, came\u00A0\r\n1,Amara,\u200F YES \r\n2,Ade,yes and no';

  expect(readAttendance(text, { ...MAPPING, usernameColumn: 'n\u00E1me' })).toEqual({
    ok: true,
    value: {
      rows: [
        { line: 2, username: 'Amara', attended: true, hours: 1 },
        { line: 3, username: 'Ade', attended: false, hours: 2 },
      ],
      rowsWithoutName: 0,
    },
  });
});

test('a row without a name is counted; a row without anything is not', () => {
  const text = 'Name,Came,Hours\n,,\n \u00A0,yes,1\n\nAmara\n';

  expect(readAttendance(text, MAPPING)).toEqual({
    ok: true,
    value: {
      rows: [{ line: 5, username: 'Amara', attended: false, hours: null }],
      rowsWithoutName: 1,
    },
  });
});

test('a row that spans lines has the line on which it begins, with any line ending', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['Name,Came,Hours,Note', '', 'A,yes,1,"x', '', 'y"', 'B,yes,1,'].join(end);
    expect(readAttendance(text, MAPPING)).toMatchObject({
      value: { rows: [{ line: 3 }, { line: 6 }] },
    });
  }
});

test('a sheet that lacks a column is refused with the headers that were seen', () => {
  expect(readAttendance('Name;Came;Hours\nA;yes;1', MAPPING)).toEqual({
    ok: false,
    failure: { reason: 'column_missing', column: 'Name', headersSeen: ['Name;Came;Hours'] },
  });
  expect(readAttendance('Name,Came\nA,yes', MAPPING)).toEqual({
    ok: false,
    failure: { reason: 'column_missing', column: 'Hours', headersSeen: ['Name', 'Came'] },
  });
  expect(readAttendance('Name,Came\nA,yes', { ...MAPPING, hoursColumn: null }).ok).toBe(true);
  expect(readAttendance('', MAPPING)).toEqual({
    ok: false,
    failure: { reason: 'column_missing', column: 'Name', headersSeen: [] },
  });
});

test.each([
  ['never closed', 'Name,Came,Hours\r\nA,yes,1\r\n\r\n"B,yes,1\r\nC,yes,1\r\n', 4],
  ['closed before the end', 'Name,Came,Hours\nA,yes,1\n"B"x,yes,1\n', 3],
  ['opened in the middle', 'Name,Came,Hours\nA "the" B,yes,1\n', 2],
])('a quotation mark that is %s is refused with the line of its row', (_, text, line) => {
  expect(readAttendance(text, MAPPING)).toEqual({
    ok: false,
    failure: { reason: 'quoting_malformed', line },
  });
});
