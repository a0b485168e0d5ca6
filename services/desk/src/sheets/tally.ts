import { sheetRows } from '@laurel/store/private/desk';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { DeskSheet } from './sheet-values.ts';

/** How far a list is, in rows. */
export type SheetTally = {
  readonly size: number;
  /** Not looked up yet. */
  readonly waiting: number;
  readonly ready: number;
  readonly check: number;
  readonly notFound: number;
  /** Of rows to check: those of which the organizer has said that it is this person. */
  readonly settled: number;
  /** Who attended, whatever was found of them. */
  readonly attended: number;
  /** Of whom nobody has said whether they attended. */
  readonly unsaid: number;
  /** People who would be recognised now; each account once. */
  readonly people: number;
  /** Rows that attended and would not be recognised: not found, not settled, or the organizer. */
  readonly leftOver: number;
};

/** Attended, and the account is known to be theirs. Who would award is never among them. */
function isRecognised(organizer: string) {
  return sql`attended = 1 and account_id is not null and account_id <> ${organizer}
    and (pile = 'ready' and confirmed is not 0 or pile = 'check' and confirmed = 1)`;
}

/** Counts a list's rows, in one query; who is recognised as if this account awarded it. */
export async function tallyOf(
  { store }: Desk,
  sheet: DeskSheet,
  organizer: string,
): Promise<SheetTally> {
  const recognised = isRecognised(organizer);
  const of = (condition: ReturnType<typeof sql>) => count(sql`iif(${condition}, 1, null)`);
  const [tally] = await store
    .select({
      waiting: of(sql`finding is null`),
      ready: of(sql`pile = 'ready'`),
      check: of(sql`pile = 'check'`),
      notFound: of(sql`pile = 'not_found'`),
      settled: of(sql`pile = 'check' and confirmed = 1`),
      attended: of(sql`attended = 1`),
      unsaid: of(sql`attended is null`),
      people: sql<number>`count(distinct iif(${recognised}, account_id, null))`,
      leftOver: of(sql`attended = 1 and confirmed is not 0 and not coalesce(${recognised}, 0)`),
    })
    .from(sheetRows)
    .where(eq(sheetRows.sheetId, sheet.id));
  if (tally === undefined) throw new Error('a count that answered no row');
  return { size: sheet.size, ...tally };
}

/** The person of a list whose certificate is shown before anything is awarded. */
export type FirstRecognised = { readonly username: string; readonly hours: number | null };

/** The first row of a list that would be recognised; null where there is none. */
export async function firstRecognised(
  { store }: Desk,
  sheet: DeskSheet,
  organizer: string,
): Promise<FirstRecognised | null> {
  const [first] = await store
    .select({
      username: sql<string>`${sheetRows.finding} ->> '$.account.username'`,
      hours: sheetRows.hours,
    })
    .from(sheetRows)
    .where(and(eq(sheetRows.sheetId, sheet.id), isRecognised(organizer)))
    .orderBy(asc(sheetRows.row))
    .limit(1);
  return first ?? null;
}
