import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { sheets } from '@laurel/store/private/desk';
import { and, eq, gt } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { seenBy } from '../acting/awarding.ts';
import type { Desk } from '../env.ts';
import type { DeskSheet } from './sheet-values.ts';

/** A list of the actor’s issuer, until it was awarded or has ended; for a trainer, of their own. */
export async function findSheet(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<Result<DeskSheet, Failure>> {
  const [sheet] = await desk.store
    .select()
    .from(sheets)
    .where(
      and(
        eq(sheets.id, id),
        eq(sheets.issuer, actor.issuer),
        seenBy(actor, 'awards:write', sheets.createdBy),
        gt(sheets.endsAtSeconds, desk.nowSeconds),
      ),
    );
  return sheet === undefined ? refuse({ reason: 'sheet_unknown' }) : ok(sheet);
}

/** Whose a list is, for those who name it by its id alone; null where there is none. */
export async function issuerOfSheet({ store }: Desk, id: string): Promise<string | null> {
  const [sheet] = await store
    .select({ issuer: sheets.issuer })
    .from(sheets)
    .where(eq(sheets.id, id));
  return sheet?.issuer ?? null;
}
