import { LIVE_AWARD_STATES } from '@laurel/core/award';
import type { Doubt } from '@laurel/core/person-finding';
import { awards, sheetRows } from '@laurel/store/private/desk';
import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import type { DeskSheet, SheetRow } from './sheet-values.ts';

export const PILES = ['ready', 'check', 'not_found', 'waiting'] as const;
export type Pile = (typeof PILES)[number];

export type ListedRow = SheetRow & {
  /** What only the whole list, earlier awards, or whoever looks at it can tell of a row. */
  readonly repeats: readonly Extract<Doubt, 'listed_twice' | 'already_awarded' | 'yourself'>[];
};

/** One page of a pile as a member sees it, and how many rows it has in all. */
export async function listRows(
  { store }: Desk,
  sheet: DeskSheet,
  organizer: string,
  pile: Pile,
  page: number,
): Promise<{ readonly rows: readonly ListedRow[]; readonly total: number }> {
  const inPile = and(
    eq(sheetRows.sheetId, sheet.id),
    pile === 'waiting' ? isNull(sheetRows.finding) : eq(sheetRows.pile, pile),
  );
  const twice = sql<number>`account_id is not null and exists (select 1 from sheet_rows as other
    where other.sheet_id = ${sheet.id} and other.account_id = sheet_rows.account_id
      and other.row_number < sheet_rows.row_number)`;
  const [[all], rows] = await store.batch([
    store.select({ total: count() }).from(sheetRows).where(inPile),
    store
      .select({ row: sheetRows, twice })
      .from(sheetRows)
      .where(inPile)
      .orderBy(asc(sheetRows.row))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  const awarded = await awardedBefore(
    store,
    sheet,
    rows.map(({ row }) => row),
  );
  return {
    total: all?.total ?? 0,
    rows: rows.map(({ row, twice }) => ({
      ...row,
      repeats: [
        ...(twice === 1 ? (['listed_twice'] as const) : []),
        ...(row.accountId === organizer ? (['yourself'] as const) : []),
        ...(awarded.has(row.accountId ?? '') ? (['already_awarded'] as const) : []),
      ],
    })),
  };
}

/** Accounts that hold this achievement of the issuer for the same period, or have the offer of it. */
async function awardedBefore(
  store: Desk['store'],
  { issuer, achievementSlug, terms }: DeskSheet,
  rows: readonly SheetRow[],
): Promise<ReadonlySet<string>> {
  const accountIds = rows.flatMap(({ accountId }) => accountId ?? []);
  if (achievementSlug === null || accountIds.length === 0) return new Set();
  const standing = await store
    .select({ accountId: awards.accountId })
    .from(awards)
    .where(
      and(
        eq(awards.issuer, issuer),
        eq(awards.achievementSlug, achievementSlug),
        eq(awards.periodStart, terms.period?.start ?? ''),
        eq(awards.periodEnd, terms.period?.end ?? ''),
        inArray(awards.state, [...LIVE_AWARD_STATES]),
        inArray(awards.accountId, accountIds),
      ),
    );
  return new Set(standing.map(({ accountId }) => accountId));
}
