import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyReading } from '../src/apply-reading.ts';
import { guessReading } from '../src/guess-reading.ts';
import { readSheet } from '../src/read-sheet.ts';

async function guessed(path: string) {
  const sheet = await readSheet(readFileSync(`${import.meta.dirname}/${path}`));
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.failure));
  const reading = guessReading(sheet.value);
  const rows = sheet.value.rows.map((row) => applyReading(row, reading));
  const attended = rows.filter(({ attended }) => attended === true);
  return {
    columns: sheet.value.columns,
    reading,
    rows,
    attended,
    names: attended.flatMap(({ name }) => (name.found ? [name.username] : [])),
    refused: attended.flatMap(({ line, name }) => (name.found ? [] : [[line, name.refusal.why]])),
    hours: attended.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
  };
}

test('the workshop in Nigeria: both days, with y, yes, present and ticks', async () => {
  const sheet = await guessed('sheets/workshop-nigeria.csv');

  expect(sheet.rows).toHaveLength(46);
  expect(sheet.reading).toEqual({
    usernameColumn: 1,
    hoursColumn: null,
    attendance: {
      rule: 'marked',
      columns: [3, 4],
      values: ['y', 'yes', 'present', '✓'],
      atLeast: 2,
    },
  });
  expect(sheet.attended).toHaveLength(41);
  expect(
    sheet.rows.filter(({ attended }) => attended === false).map(({ line }) => line - 1),
  ).toEqual([3, 9, 16, 29, 33]);
  expect(sheet.refused).toEqual([
    [43, 'email'],
    [44, 'formula'],
    [45, 'empty'],
    [46, 'temporary'],
  ]);
  expect(sheet.names).toHaveLength(37);
  expect(new Set(sheet.names).size).toBe(36);
  expect(sheet.names).toEqual(
    expect.arrayContaining([
      'Ṣadé Àjàyí',
      'Amina Ɗanladi',
      'Olúwaṣeun, the Trainer',
      'Pasted Link',
    ]),
  );
  expect(sheet.rows[40]?.name).toMatchObject({ doubts: ['taken_from_link'] });
});

test('the workshop in Brazil: semicolons, a byte order mark, CR LF and decimal commas', async () => {
  const sheet = await guessed('sheets/workshop-brazil.csv');

  expect(sheet.columns).toEqual(['Usuário(a)', 'Carga horária', 'Presença', 'Observações']);
  expect(sheet.reading).toEqual({
    usernameColumn: 0,
    hoursColumn: 1,
    attendance: { rule: 'marked', columns: [2], values: ['sim'], atLeast: 1 },
  });
  expect(sheet.rows).toHaveLength(40);
  // 18 of 2.5 hours and 13 of 5.
  expect(sheet.attended).toHaveLength(31);
  expect(sheet.hours).toBe(110);
  expect(sheet.refused).toEqual([]);
  expect(sheet.names.slice(0, 5)).toEqual([
    'Conceição Araújo',
    "João d'Ávila",
    'Iguaçu-Foz',
    'Önnar',
    '!Quieta',
  ]);
});

test('the workshop in Indonesia: “Lulus = Ya”, rather than present', async () => {
  const sheet = await guessed('sheets/workshop-indonesia.csv');

  expect(sheet.reading).toEqual({
    usernameColumn: 1,
    hoursColumn: null,
    attendance: { rule: 'marked', columns: [3], values: ['ya'], atLeast: 1 },
  });
  expect(sheet.rows).toHaveLength(40);
  expect(sheet.attended).toHaveLength(30);
  expect(sheet.names.slice(0, 3)).toEqual(['Ketut Wiryawan', 'I Gusti Ayu Laras', 'ꦱꦿꦶ ꦲꦂꦠꦠꦶ']);
});

test('the workshop in India: sessions are counted, and all four are asked for until the organizer says less', async () => {
  const sheet = await guessed('sheets/workshop-india.csv');

  expect(sheet.reading).toEqual({
    usernameColumn: 1,
    hoursColumn: null,
    attendance: { rule: 'counted', column: 3, atLeast: 4 },
  });
  expect(sheet.attended).toHaveLength(23);
  const threeOfFour = {
    ...sheet.reading,
    attendance: { rule: 'counted', column: 3, atLeast: 3 },
  } as const;
  const read = await readSheet(readFileSync(`${import.meta.dirname}/sheets/workshop-india.csv`));
  if (!read.ok) throw new Error('unreadable');
  const attended = read.value.rows.filter((row) => applyReading(row, threeOfFour).attended);
  expect(attended).toHaveLength(30);
  expect(sheet.names).toContain('கௌரிசங்கர் in13');
});

test('the workshop in Arabic: names from right to left, in several languages', async () => {
  const sheet = await guessed('sheets/workshop-arabic.csv');

  expect(sheet.reading).toEqual({
    usernameColumn: 1,
    hoursColumn: null,
    attendance: { rule: 'marked', columns: [2], values: ['نعم'], atLeast: 1 },
  });
  expect(sheet.rows).toHaveLength(40);
  expect(sheet.attended).toHaveLength(35);
  expect(sheet.names).toEqual(expect.arrayContaining(['נועה שפיגל', 'איתן לוי96', 'دگش بن‌یحیی']));
});

test('the workshop in many scripts: tabs, and 1 for whoever was there', async () => {
  const sheet = await guessed('sheets/workshop-multiscript.tsv');

  expect(sheet.reading).toEqual({
    usernameColumn: 0,
    hoursColumn: null,
    attendance: { rule: 'marked', columns: [1], values: ['1'], atLeast: 1 },
  });
  expect(sheet.attended).toHaveLength(60);
  // One of the two is written with a combining accent.
  expect(sheet.names.filter((name) => name === 'Étienne Beaufort')).toHaveLength(2);
  expect(sheet.names).toEqual(expect.arrayContaining(['😀 Emoji Editor', '王小明', '𞤀𞤥𞤭𞤲𞤢']));
});

test('the example sheet has 46 names, of which 41 attended, in the words of many languages', async () => {
  const sheet = await guessed('../../../examples/workshop.csv');

  expect(sheet.reading).toMatchObject({ usernameColumn: 1, hoursColumn: 2 });
  expect(sheet.rows.filter(({ name }) => name.found || name.refusal.why !== 'empty')).toHaveLength(
    46,
  );
  expect(sheet.refused).toEqual([
    [45, 'invalid'],
    [46, 'invalid'],
    [49, 'empty'],
  ]);
  expect(sheet.names).toHaveLength(39);
  expect(new Set(sheet.names).size).toBe(38);
  expect(
    sheet.rows.flatMap(({ attended, name }) => (!attended && name.found ? [name.username] : [])),
  ).toEqual(['هند المدوّنة', 'তমাল সরখেল', 'Percival Stray', 'Ingrid Solvang-Holm', 'Тимур Быстрых']);
  expect(sheet.rows[0]).toMatchObject({
    line: 2,
    hours: 1.5,
    name: { username: 'Ɓoyi Marubuciya' },
  });
  expect(sheet.rows[9]).toMatchObject({ hours: 2.5, name: { username: 'ليان الخطّاط' } });
});
