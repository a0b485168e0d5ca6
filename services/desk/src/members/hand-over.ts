import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import {
  achievementDrafts,
  grants,
  sheets,
  slipSheets,
  tokens,
  trainers,
} from '@laurel/store/private/desk';
import { and, eq, gt, ne, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { mustHave } from '../acting/member.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { endSigning } from '../signatories/end-signing.ts';
import type { FoundAccount } from './find-account.ts';
import { keepName } from './grants.ts';

/**
 * Hands all that a member has over to somebody else, in one step: grants with the days on which they
 * end, lists, slips and drafts, and who may award by their word. The tokens that the member made end, and certificates do not name the
 * member any more. One hands over one’s own; what is another’s takes an admin.
 */
export async function handOver(
  desk: Desk,
  actor: Actor,
  from: string,
  to: FoundAccount,
): Promise<Result<null, Failure>> {
  const may = mayHandOver(actor, from, to.id);
  if (!may.ok) return may;
  const { store, nowSeconds } = desk;
  const { issuer } = actor;
  const held = await store
    .select({ grant: grants.grant })
    .from(grants)
    .where(
      and(
        eq(grants.issuer, issuer),
        eq(grants.accountId, from),
        gt(grants.endsAtSeconds, nowSeconds),
      ),
    );
  if (held.length === 0) return refuse({ reason: 'account_unknown' });
  const entry = auditing(
    desk,
    {
      issuer,
      actor: actor.accountId,
      act: 'handed_over',
      subject: { account: to.id },
      details: { grants: held.length },
    },
    { ifChanged: true },
  );
  // The trail tells who lost their grants, unless they did it themselves.
  const ended = auditing(
    desk,
    {
      issuer,
      actor: actor.accountId,
      act: 'grant_ended',
      subject: { account: from },
      details: { grants: held.length },
    },
    { ifChanged: true },
  );
  const moved = { createdBy: to.id };
  const [, , , handed] = await store.batch([
    entry.before,
    ended.before,
    endSigning(desk, issuer, to.id),
    store
      .insert(grants)
      .select(
        sql`select issuer, ${to.id}, "grant", ends_at_seconds, ${actor.accountId}, ${nowSeconds}
          from grants where issuer = ${issuer} and account_id = ${from}
            and ends_at_seconds > ${nowSeconds}`,
      )
      .onConflictDoUpdate({
        target: [grants.issuer, grants.accountId, grants.grant],
        set: { endsAtSeconds: sql`max(ends_at_seconds, excluded.ends_at_seconds)` },
      })
      .returning({ grant: grants.grant }),
    ...(from === actor.accountId ? [] : [ended.after]),
    entry.after,
    store.delete(grants).where(and(eq(grants.issuer, issuer), eq(grants.accountId, from))),
    endSigning(desk, issuer, from),
    // What comes from a training of their own is nobody else’s.
    store
      .update(trainers)
      .set({ state: 'ended' })
      .where(and(eq(trainers.issuer, issuer), eq(trainers.accountId, from))),
    store
      .update(trainers)
      .set({ grantedBy: to.id })
      .where(
        and(
          eq(trainers.issuer, issuer),
          eq(trainers.grantedBy, from),
          // Nobody lets themselves award.
          ne(trainers.accountId, to.id),
        ),
      ),
    store
      .update(sheets)
      .set(moved)
      .where(and(eq(sheets.issuer, issuer), eq(sheets.createdBy, from))),
    store
      .update(slipSheets)
      .set(moved)
      .where(and(eq(slipSheets.issuer, issuer), eq(slipSheets.createdBy, from))),
    store
      .update(achievementDrafts)
      .set({ updatedBy: to.id })
      .where(and(eq(achievementDrafts.issuer, issuer), eq(achievementDrafts.updatedBy, from))),
    store.delete(tokens).where(and(eq(tokens.issuer, issuer), eq(tokens.createdBy, from))),
    ...keepName(desk, to),
  ]);
  return handed.length > 0 ? ok(null) : refuse({ reason: 'account_unknown' });
}

/** Whether somebody may hand over what `from` has, to `to`; both are account ids. */
export function mayHandOver(actor: Actor, from: string, to: string): Result<null, Failure> {
  if (from !== actor.accountId) {
    const may = mustHave(actor, 'members:write');
    if (!may.ok) return may;
    if (to === actor.accountId) return refuse({ reason: 'own_grant' });
  }
  return from === to ? refuse({ reason: 'own_grant' }) : ok(null);
}
