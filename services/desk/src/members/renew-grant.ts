import type { Failure } from '@laurel/core/failure';
import type { Grant } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import { grants } from '@laurel/store/private/desk';
import { and, eq, gt } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

const DAYS = 365;
const SECONDS_PER_DAY = 86_400;

/**
 * Renews a grant for a year, of the account that has it: whoever is called like it by now gets nothing.
 * One that has ended meanwhile is not given anew.
 */
export async function renewGrant(
  desk: Desk,
  actor: Actor,
  accountId: string,
  grant: Grant,
): Promise<Result<null, Failure>> {
  if (accountId === actor.accountId) return refuse({ reason: 'own_grant' });
  const { store, nowSeconds } = desk;
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'grant_renewed',
      subject: { account: accountId },
      details: { grant, days: DAYS },
    },
    { ifChanged: true },
  );
  const [, renewed] = await store.batch([
    entry.before,
    store
      .update(grants)
      .set({
        endsAtSeconds: nowSeconds + DAYS * SECONDS_PER_DAY,
        grantedBy: actor.accountId,
        grantedAtSeconds: nowSeconds,
      })
      .where(
        and(
          eq(grants.issuer, actor.issuer),
          eq(grants.accountId, accountId),
          eq(grants.grant, grant),
          gt(grants.endsAtSeconds, nowSeconds),
        ),
      )
      .returning({ grant: grants.grant }),
    entry.after,
  ]);
  return renewed.length > 0 ? ok(null) : refuse({ reason: 'page_unknown' });
}
