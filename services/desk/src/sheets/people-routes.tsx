import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { type Reader, readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { inSet } from '@laurel/store/in-set';
import { sheetRows } from '@laurel/store/private/desk';
import { and, eq, inArray } from 'drizzle-orm';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import type { Desk } from '../env.ts';
import { deskPage } from '../page/desk-page.tsx';
import { pageAsked } from '../page/paging.tsx';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { readUpload } from '../session/read-upload.ts';
import { findSheet } from './find-sheet.ts';
import { type FixedName, fixNames } from './fix-names.ts';
import { listRows, PILES, type Pile } from './list-rows.ts';
import { PeoplePage } from './people-page.tsx';
import { sayOfAll, sayOfRows, settleAll } from './say-of-rows.ts';
import type { DeskSheet } from './sheet-values.ts';
import { sheetPath } from './steps.tsx';
import { type SheetTally, tallyOf } from './tally.ts';

/** Fifty rows with a cell each, which may hold 2,000 letters, percent-encoded in any script. */
const MAX_FORM_BYTES = 1024 * 1024;

/** While names are being looked up, the page asks again after this. */
const REFRESH_SECONDS = 3;

const DONE = { saved: 'sheets-done-saved', looked_up: 'sheets-done-looked-up' } as const;

/** The three piles of a list. */
export const peopleRoutes = new Hono<MemberApp>();

peopleRoutes.get('/:id', async (c) => {
  const { desk, member, holder } = c.var;
  const found = await findSheet(desk, member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/sheets');
  const sheet = found.value;
  const reader = readerOf(c.req.raw);
  const tally = await tallyOf(desk, sheet, member.accountId);
  const pile = pileAsked(c.req.query('pile'), tally);
  const page = pageAsked(c.req.raw);
  const { rows, total } = await listRows(desk, sheet, member.accountId, pile, page);
  return deskPage({
    title: reader.messages.message('sheets-people-title'),
    path: sheetPath(sheet),
    reader,
    session: holder,
    member,
    section: 'sheets',
    // Only where nothing can be typed: a page that comes anew loses what was.
    ...(tally.waiting > 0 && total === tally.waiting && pile === 'waiting'
      ? { refreshSeconds: REFRESH_SECONDS }
      : {}),
    children: (
      <PeoplePage
        sheet={sheet}
        tally={tally}
        pile={pile}
        rows={rows}
        page={page}
        total={total}
        done={sentenceOf(c.req.query('done'), c.req.query('left_out'), reader)}
        reader={reader}
      />
    ),
  });
});

peopleRoutes.post('/:id', async (c) => {
  const { desk, member } = c.var;
  const found = await findSheet(desk, member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/sheets');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/sheets');
  const pile = PILES.find((one) => one === c.req.query('pile')) ?? 'ready';
  const said = await takeWord(desk, found.value, pile, form.value);
  const path = sheetPath(found.value);
  if (!said.ok) return answerRefusal(c.req.raw, said.failure, { origin: desk.origin, path });
  const reader = readerOf(c.req.raw);
  if (form.value.get('act') === 'go_on') {
    return c.redirect(linkTo(sheetPath(found.value, 'terms'), reader), 303);
  }
  const page = said.value === 'saved' ? pageAfter(form.value) : null;
  const back = `${path}?pile=${pile}&page=${page ?? pageAsked(c.req.raw)}&done=${said.value}`;
  return c.redirect(linkTo(back, reader), 303);
});

/** The page that the form's button leads to; null for its own, also where rows have left the pile. */
function pageAfter(form: FormData): number | null {
  const asked = String(form.get('to_page') ?? '');
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : null;
}

/** What was just done to the list; null where nothing was. */
function sentenceOf(done = '', leftOut = '', { messages }: Reader): string | null {
  if (done === 'saved' || done === 'looked_up') return messages.message(DONE[done]);
  return /^[1-9]\d{0,3}$/.test(leftOut)
    ? messages.message('imports-left-out', Number(leftOut))
    : null;
}

/** Writes what the form says of the rows that it showed, then what its button says of the others. */
async function takeWord(
  desk: Desk,
  sheet: DeskSheet,
  pile: Pile,
  form: FormData,
): Promise<Result<keyof typeof DONE, Failure>> {
  const shown = rowsIn(form, 'row');
  const attended = new Set(rowsIn(form, 'attended'));
  const right = new Set(rowsIn(form, 'right'));
  await sayOfRows(
    desk,
    sheet,
    shown.map((row) => ({
      row,
      attended: attended.has(row),
      ...(pile === 'check' ? { confirmed: right.has(row) ? true : null } : {}),
    })),
  );
  const act = form.get('act');
  if (act === 'settle_all') await settleAll(desk, sheet);
  if (act === 'all_attended') await sayOfAll(desk, sheet, true);
  if (act === 'none_attended') await sayOfAll(desk, sheet, false);
  if (pile !== 'not_found' && pile !== 'check') return ok('saved');
  const fixes = await fixesIn(desk, sheet, form, shown);
  if (fixes.length === 0) return ok('saved');
  const fixed = await fixNames(desk, sheet, fixes);
  return fixed.ok ? ok('looked_up') : fixed;
}

/** Names that were typed anew or chosen among the near ones; those left as they were, or empty, are left out. */
async function fixesIn(
  { store }: Desk,
  sheet: DeskSheet,
  form: FormData,
  shown: readonly number[],
): Promise<readonly FixedName[]> {
  const rows = await store
    .select({ row: sheetRows.row, cells: sheetRows.cells })
    .from(sheetRows)
    .where(and(eq(sheetRows.sheetId, sheet.id), inArray(sheetRows.row, inSet(shown))));
  return rows.flatMap(({ row, cells }) => {
    const before = cells[sheet.reading.usernameColumn] ?? '';
    const near = form.get(`near-${row}`);
    const typed = form.get(`name-${row}`);
    const username = typeof near === 'string' && near !== '' ? near : String(typed ?? '');
    return ['', before.trim()].includes(username.trim())
      ? []
      : [{ row, username: username.slice(0, 1_000) }];
  });
}

function rowsIn(form: FormData, name: string): readonly number[] {
  return form
    .getAll(name)
    .map(String)
    .filter((row) => /^\d{1,5}$/.test(row))
    .map(Number);
}

/** Without a wish, the pile that needs the organizer most. */
function pileAsked(asked: string | undefined, tally: SheetTally): Pile {
  const wished = PILES.find((pile) => pile === asked);
  if (wished !== undefined && (wished !== 'waiting' || tally.waiting > 0)) return wished;
  if (tally.waiting > 0) return 'waiting';
  if (tally.check > tally.settled) return 'check';
  return tally.ready === 0 && tally.notFound > 0 ? 'not_found' : 'ready';
}
