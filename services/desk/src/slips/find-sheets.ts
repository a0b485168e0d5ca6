import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { slipSheets, slips } from '@laurel/store/private/desk';
import type { SlipState } from '@laurel/store/private/slips';
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { seenBy } from '../acting/awarding.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import type { TalliedSheet } from './slip-values.ts';

/** A sheet of slips of the actor’s issuer, also when its slips are dead; for a trainer, of their own. */
export async function findSlipSheet(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<Result<TalliedSheet, Failure>> {
  const condition = and(eq(slipSheets.id, id), seenSheets(actor));
  const [sheet] = await tallied(desk, condition).limit(1);
  return sheet === undefined ? refuse({ reason: 'slip_sheet_unknown' }) : ok(asSeen(desk, sheet));
}

/** The same, unless its slips are dead: then nothing can be done with them any more. */
export async function findLiveSheet(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<Result<TalliedSheet, Failure>> {
  const found = await findSlipSheet(desk, actor, id);
  return found.ok && found.value.ended ? refuse({ reason: 'slips_ended' }) : found;
}

/** One page of the sheets of slips that the actor sees, newest first, and how many there are. */
export async function listSlipSheets(
  desk: Desk,
  actor: Actor,
  page: number,
): Promise<{ readonly sheets: readonly TalliedSheet[]; readonly total: number }> {
  const ofIssuer = seenSheets(actor);
  const [[all], rows] = await desk.store.batch([
    desk.store.select({ total: count() }).from(slipSheets).where(ofIssuer),
    tallied(desk, ofIssuer)
      .orderBy(desc(slipSheets.createdAtSeconds), desc(slipSheets.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { sheets: rows.map((row) => asSeen(desk, row)), total: all?.total ?? 0 };
}

/** Whose a sheet is, for those who name it by its id alone; null where there is none. */
export async function issuerOfSlipSheet({ store }: Desk, id: string): Promise<string | null> {
  const [sheet] = await store
    .select({ issuer: slipSheets.issuer })
    .from(slipSheets)
    .where(eq(slipSheets.id, id));
  return sheet?.issuer ?? null;
}

function seenSheets(actor: Actor) {
  return and(
    eq(slipSheets.issuer, actor.issuer),
    seenBy(actor, 'awards:write', slipSheets.createdBy),
  );
}

function tallied({ store }: Desk, condition: SQL | undefined) {
  // Named, as a batch of D1 takes columns of one name for one.
  const inState = (state: SlipState) =>
    count(sql`iif(${slips.state} = ${state}, 1, null)`).as(state);
  return store
    .select({
      sheet: slipSheets,
      tally: {
        blank: inState('blank'),
        presented: inState('presented'),
        confirmed: inState('confirmed'),
        refused: inState('refused'),
      },
    })
    .from(slipSheets)
    .leftJoin(slips, eq(slips.sheetId, slipSheets.id))
    .where(condition)
    .groupBy(slipSheets.id)
    .$dynamic();
}

/** What a sweep has still to delete counts no more. */
function asSeen(
  { nowSeconds }: Desk,
  { sheet, tally }: Awaited<ReturnType<typeof tallied>>[number],
): TalliedSheet {
  const ended = sheet.endsAtSeconds <= nowSeconds;
  const left = { blank: 0, presented: 0, refused: 0, confirmed: tally.confirmed };
  return { ...sheet, ended, tally: ended ? left : tally };
}
