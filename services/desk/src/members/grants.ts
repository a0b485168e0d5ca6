import type { Failure } from '@laurel/core/failure';
import type { Grant } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import { accounts, grants } from '@laurel/store/private/desk';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { keepNames } from '../account-names/keep-names.ts';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { endSigning } from '../signatories/end-signing.ts';
import type { FoundAccount } from './find-account.ts';

const SECONDS_PER_DAY = 86_400;

/** The grants of an issuer that have not ended, by the name of who has them. */
export async function listGrants({ store, nowSeconds }: Desk, issuer: string) {
  return store
    .select({
      accountId: grants.accountId,
      username: accounts.username,
      grant: grants.grant,
      endsAtSeconds: grants.endsAtSeconds,
    })
    .from(grants)
    .leftJoin(accounts, eq(accounts.id, grants.accountId))
    .where(and(eq(grants.issuer, issuer), gt(grants.endsAtSeconds, nowSeconds)))
    .orderBy(asc(accounts.username), grants.accountId, grants.grant);
}

/**
 * Gives a grant until a day, or renews it. Nobody gives or renews their own: another person looks at
 * it each time.
 */
export async function giveGrant(
  desk: Desk,
  actor: Actor,
  account: FoundAccount,
  grant: Grant,
  days: number,
): Promise<Result<null, Failure>> {
  if (account.id === actor.accountId) return refuse({ reason: 'own_grant' });
  const { store, nowSeconds } = desk;
  const endsAtSeconds = nowSeconds + days * SECONDS_PER_DAY;
  const held = await listGrants(desk, actor.issuer);
  const renews = held.some((one) => one.accountId === account.id && one.grant === grant);
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: renews ? 'grant_renewed' : 'grant_given',
    subject: { account: account.id },
    details: { grant, days },
  });
  const given = { endsAtSeconds, grantedBy: actor.accountId, grantedAtSeconds: nowSeconds };
  await store.batch([
    entry.before,
    endSigning(desk, actor.issuer, account.id),
    store
      .insert(grants)
      .values({ issuer: actor.issuer, accountId: account.id, grant, ...given })
      .onConflictDoUpdate({ target: [grants.issuer, grants.accountId, grants.grant], set: given }),
    entry.after,
    ...keepName(desk, account),
  ]);
  return ok(null);
}

/** Ends a grant at once. The last admin of an issuer stays, so that somebody can give grants. */
export async function endGrant(
  desk: Desk,
  actor: Actor,
  accountId: string,
  grant: Grant,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'grant_ended',
      subject: { account: accountId },
      details: { grant },
    },
    { ifChanged: true },
  );
  const [, ended, , left] = await store.batch([
    entry.before,
    store
      .delete(grants)
      .where(
        and(
          eq(grants.issuer, actor.issuer),
          eq(grants.accountId, accountId),
          eq(grants.grant, grant),
          sql`(${grant} <> 'admin' or exists (select 1 from grants as other
            where other.issuer = ${actor.issuer} and other.grant = 'admin'
              and other.account_id <> ${accountId} and other.ends_at_seconds > ${nowSeconds}))`,
        ),
      )
      .returning({ grant: grants.grant }),
    entry.after,
    store
      .select({ grant: grants.grant })
      .from(grants)
      .where(
        and(
          eq(grants.issuer, actor.issuer),
          eq(grants.accountId, accountId),
          eq(grants.grant, grant),
        ),
      ),
    endSigning(desk, actor.issuer, accountId),
  ]);
  if (ended.length > 0) return ok(null);
  return refuse({ reason: left.length > 0 ? 'last_admin' : 'page_unknown' });
}

/** The name of somebody who may never have logged in, so that members know who has a grant. */
export function keepName(desk: Desk, { id, username }: FoundAccount) {
  return keepNames(desk, [{ accountId: id, username }]);
}
