import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { thanks } from '@laurel/store/private/desk';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/** Thanks can be changed for so long after they were first written. */
const FRESH_SECONDS = 7 * 86_400;

export type OwnThanks = {
  /** Empty where they were taken back. */
  readonly words: string;
  readonly canChange: boolean;
};

/** A holder's thanks for an award of theirs; null where they wrote none. */
export async function ownThanks(
  desk: Desk,
  accountId: string,
  awardId: string,
): Promise<OwnThanks | null> {
  const [found] = await desk.store
    .select()
    .from(thanks)
    .where(and(eq(thanks.awardId, awardId), isOf(accountId)));
  return found === undefined
    ? null
    : {
        words: found.words,
        canChange: found.writtenAtSeconds > desk.nowSeconds - FRESH_SECONDS,
      };
}

/** Thanks for an accepted award, once; within some days the words can be written anew. */
export async function writeThanks(
  { store, nowSeconds }: Desk,
  accountId: string,
  awardId: string,
  words: string,
): Promise<Result<null, Failure>> {
  const written = await store
    .insert(thanks)
    .select(
      sql`select id, issuer, ${words}, ${nowSeconds} from awards
        where id = ${awardId} and account_id = ${accountId} and state = 'accepted'`,
    )
    .onConflictDoUpdate({
      target: thanks.awardId,
      set: { words },
      setWhere: gt(thanks.writtenAtSeconds, nowSeconds - FRESH_SECONDS),
    })
    .returning({ awardId: thanks.awardId });
  return written.length > 0 ? ok(null) : refuse({ reason: 'thanks_closed' });
}

/** Takes thanks back, at any time. */
export async function takeThanksBack(
  { store }: Desk,
  accountId: string,
  awardId: string,
): Promise<void> {
  await store
    .update(thanks)
    .set({ words: '' })
    .where(and(eq(thanks.awardId, awardId), isOf(accountId)));
}

function isOf(accountId: string) {
  return sql`exists (select 1 from awards where awards.id = ${thanks.awardId}
    and awards.account_id = ${accountId})`;
}
