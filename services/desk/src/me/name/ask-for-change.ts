import type { Failure } from '@laurel/core/failure';
import type { LanguageMap } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';
import { nameChanges } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { freshId } from '../../fresh-id.ts';
import { mayAskFrom, ownName, SECONDS_BETWEEN_WISHES } from './own-name.ts';
import { isSameName } from './same-name.ts';

/** All writings as they shall be, and why, in the holder's words to the stewards. */
export type WishedName = { readonly writings: LanguageMap; readonly why: string };

/** Asks stewards to change a declared name. One wish at a time, and one in thirty days. */
export async function askForChange(
  desk: Desk,
  accountId: string,
  { writings, why }: WishedName,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const own = await ownName(desk, accountId);
  if (isSameName(own.writings, writings)) return refuse({ reason: 'name_unchanged' });
  const asked = await store
    .insert(nameChanges)
    .select(
      sql`select ${freshId()}, account_id, ${JSON.stringify(writings)}, ${why}, 'waiting',
          ${nowSeconds}, null, null, null
        from declared_names where account_id = ${accountId} and not exists (
          select 1 from name_changes as earlier where earlier.account_id = ${accountId}
          and (earlier.state = 'waiting'
            or earlier.asked_at_seconds > ${nowSeconds - SECONDS_BETWEEN_WISHES}))`,
    )
    .returning({ id: nameChanges.id });
  return asked.length > 0 ? ok(null) : refuse(await whyNot(desk, accountId));
}

/** Takes a wish back that still waits. What was wished is forgotten; the thirty days run on. */
export async function takeBack(
  { store, nowSeconds }: Desk,
  accountId: string,
): Promise<Result<null, Failure>> {
  const taken = await store
    .update(nameChanges)
    .set({ state: 'taken_back', writings: null, why: null, decidedAtSeconds: nowSeconds })
    .where(and(eq(nameChanges.accountId, accountId), eq(nameChanges.state, 'waiting')))
    .returning({ id: nameChanges.id });
  return taken.length > 0 ? ok(null) : refuse({ reason: 'name_change_decided' });
}

async function whyNot(desk: Desk, accountId: string): Promise<Failure> {
  const { writings, change } = await ownName(desk, accountId);
  if (Object.keys(writings).length === 0) return { reason: 'name_not_declared' };
  const from = mayAskFrom(change, desk.nowSeconds);
  return change?.state === 'waiting' || from === null
    ? { reason: 'name_change_waiting' }
    : { reason: 'name_change_too_soon', from };
}
