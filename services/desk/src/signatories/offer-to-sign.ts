import type { SigningOffer } from '@laurel/contracts/signatory-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mayBeNamed, signatories } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';

/**
 * Offers to be named on certificates with these texts. Other texts than before are another offer: who
 * signed with the old ones does not sign until an admin puts them on again. The same texts change nothing.
 */
export async function offerToSign(
  desk: Desk,
  actor: Actor,
  { names, offices }: SigningOffer,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const { issuer, accountId } = actor;
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act: 'signing_offered', subject: { account: accountId } },
    { ifChanged: true },
  );
  const offered = {
    names: sql`excluded.names`,
    offices: sql`excluded.offices`,
  };
  const [, , , left] = await store.batch([
    entry.before,
    store
      .insert(signatories)
      .select(
        sql`select ${freshId()}, other.issuer, other.account_id, ${JSON.stringify(names)},
            ${JSON.stringify(offices)}, null, ${nowSeconds}
          from (select ${issuer} as issuer, ${accountId} as account_id) as other
          where ${mayBeNamed('other', nowSeconds)}`,
      )
      .onConflictDoUpdate({
        target: [signatories.issuer, signatories.accountId],
        set: {
          ...offered,
          id: sql`excluded.id`,
          place: null,
          offeredAtSeconds: nowSeconds,
        },
        setWhere: sql`${signatories.names} <> ${offered.names}
          or ${signatories.offices} <> ${offered.offices}`,
      }),
    entry.after,
    store
      .select({ id: signatories.id })
      .from(signatories)
      .where(and(ofMember(actor), mayBeNamed('signatories', nowSeconds))),
  ]);
  return left.length > 0 ? ok(null) : refuse({ reason: 'account_name_unknown' });
}

/** Erases what a member offered, and so takes them off at once. What was signed before stays. */
export async function withdrawFromSigning(desk: Desk, actor: Actor): Promise<void> {
  const { issuer, accountId } = actor;
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act: 'signing_withdrawn', subject: { account: accountId } },
    { ifChanged: true },
  );
  await desk.store.batch([
    entry.before,
    desk.store.delete(signatories).where(ofMember(actor)),
    entry.after,
  ]);
}

function ofMember({ issuer, accountId }: Actor) {
  return and(eq(signatories.issuer, issuer), eq(signatories.accountId, accountId));
}
