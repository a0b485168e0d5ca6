import type { Failure, Issue } from '@laurel/core/failure';
import { statusOf } from '@laurel/http/problem';
import { type Reader, readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { applyReading } from '@laurel/sheet/apply-reading';
import { MAX_SHEET_BYTES } from '@laurel/sheet/limits';
import { sheetRows } from '@laurel/store/private/desk';
import { asc, eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import type { Desk } from '../env.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { readUpload } from '../session/read-upload.ts';
import { findSheet } from './find-sheet.ts';
import { giveSheet } from './give-sheet.ts';
import { listSheets } from './list-sheets.ts';
import { type GivenList, NewSheet, SheetList } from './new-sheet.tsx';
import { mistakesOfReading, readAnew } from './read-anew.ts';
import {
  fieldsOfForm,
  fieldsOfReading,
  type ReadingFields,
  readingOfFields,
} from './reading-form.ts';
import { type ReadingEffect, ReadingPage, ROWS_SHOWN } from './reading-page.tsx';
import type { DeskSheet } from './sheet-values.ts';
import { sheetPath } from './steps.tsx';

/** A form has some text of its own besides the list. */
const MAX_UPLOAD_BYTES = MAX_SHEET_BYTES + 64 * 1024;
const MAX_LABEL_CHARACTERS = 200;
const LINES_TOLD = 10;

/** Giving a list, and saying how it is to be read. */
export const readingRoutes = new Hono<MemberApp>();

readingRoutes.get('/', (c) => newSheetPage(c, { text: '', label: '' }, null));

readingRoutes.post('/', async (c) => {
  const { desk, member } = c.var;
  const form = await readUpload(c.req.raw, MAX_UPLOAD_BYTES);
  if (!form.ok) return newSheetPage(c, { text: '', label: '' }, form.failure);
  const text = String(form.value.get('list') ?? '');
  const label = String(form.value.get('label') ?? '')
    .trim()
    .slice(0, MAX_LABEL_CHARACTERS);
  const file = form.value.get('file');
  const uploaded = file instanceof File && file.size > 0 ? file : null;
  const given = uploaded === null ? text : new Uint8Array(await uploaded.arrayBuffer());
  const begun = await giveSheet(desk, member, given, label);
  if (!begun.ok) return newSheetPage(c, { text, label }, begun.failure);
  const path = sheetPath({ issuer: member.issuer, id: begun.value }, 'reading');
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
});

readingRoutes.get('/:id/reading', async (c) => {
  const found = await findSheet(c.var.desk, c.var.member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/sheets');
  return readingPage(c, found.value, fieldsOfReading(found.value.reading), NO_MISTAKES, 200);
});

readingRoutes.post('/:id/reading', async (c) => {
  const { desk, member } = c.var;
  const found = await findSheet(desk, member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/sheets');
  const form = await readUpload(c.req.raw, MAX_UPLOAD_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/sheets');
  const fields = fieldsOfForm(form.value);
  const reading = readingOfFields(fields, await rowsOf(desk, found.value));
  const issues = mistakesOfReading(reading, found.value.columns.length);
  const reader = readerOf(c.req.raw);
  if (issues.length > 0) {
    return readingPage(c, found.value, fields, mistakesIn(issues, fields.rule, reader), 422);
  }
  if (form.value.get('act') === 'try') {
    return readingPage(c, found.value, fields, NO_MISTAKES, 200);
  }
  const read = await readAnew(desk, found.value, reading);
  if (!read.ok) return refuseMember(c, read.failure, '/sheets');
  return c.redirect(linkTo(sheetPath(found.value), reader), 303);
});

async function newSheetPage(
  c: Context<MemberApp>,
  given: GivenList,
  failure: Failure | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  const { sheets: begun, total } = await listSheets(desk, member, page);
  return deskPage({
    title: reader.messages.message('sheets-title'),
    path: deskPath(member.issuer, '/sheets'),
    reader,
    session: holder,
    member,
    section: 'sheets',
    status: failure === null ? 200 : statusOf(failure.reason),
    children: (
      <>
        <NewSheet issuer={member.issuer} given={given} failure={failure} reader={reader} />
        <SheetList
          issuer={member.issuer}
          sheets={begun}
          page={page}
          total={total}
          reader={reader}
        />
      </>
    ),
  });
}

async function readingPage(
  c: Context<MemberApp>,
  sheet: DeskSheet,
  fields: ReadingFields,
  mistakes: Mistakes,
  status: number,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const rows = await rowsOf(desk, sheet);
  const reading = mistakes.size > 0 ? sheet.reading : readingOfFields(fields, rows);
  const read = rows.map((row) => applyReading(row, reading));
  const effect: ReadingEffect = {
    names: read.filter(({ name }) => name.found).length,
    attended: read.filter(({ attended }) => attended === true).length,
    unsaid: read.filter(({ attended }) => attended === null).length,
    hoursUnreadable: read
      .filter(({ hoursUnreadable, attended }) => hoursUnreadable && attended !== false)
      .slice(0, LINES_TOLD)
      .map(({ line }) => line),
  };
  return deskPage({
    title: reader.messages.message('sheets-reading-title'),
    path: sheetPath(sheet, 'reading'),
    reader,
    session: holder,
    member,
    section: 'sheets',
    status,
    children: (
      <ReadingPage
        sheet={sheet}
        rows={rows.slice(0, ROWS_SHOWN)}
        fields={fields}
        effect={effect}
        mistakes={mistakes}
        reader={reader}
      />
    ),
  });
}

function rowsOf({ store }: Desk, sheet: DeskSheet) {
  return store
    .select({ line: sheetRows.line, cells: sheetRows.cells })
    .from(sheetRows)
    .where(eq(sheetRows.sheetId, sheet.id))
    .orderBy(asc(sheetRows.row));
}

/** The fields of the form that the places of a reading stand for. */
const FIELD_OF_POINTER: Readonly<Record<string, string>> = {
  '/usernameColumn': 'names',
  '/hoursColumn': 'hours',
  '/attendance/columns': 'columns',
  '/attendance/values': 'values',
  '/attendance/atLeast': 'at_least',
  '/attendance/column': 'counted',
};

function mistakesIn(issues: readonly Issue[], rule: string, { messages }: Reader): Mistakes {
  return new Map(
    issues.map(({ pointer }) => {
      const isCount = rule === 'counted' && pointer === '/attendance/atLeast';
      const field = isCount ? 'counted_at_least' : (FIELD_OF_POINTER[pointer] ?? 'rule');
      return [field, messages.message('sheets-reading-mistake')];
    }),
  );
}
