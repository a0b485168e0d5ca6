import type { TermExceptionRequest } from '@laurel/contracts/term-exception-request';
import type { Achievement } from '@laurel/core/achievement';
import { type Day, dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { accounts, achievements, type awards, termExceptions } from '@laurel/store/private/desk';
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { findOwnAward } from '../awarding/own-award.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';

/** An exception as members of the issuer see it. */
export type TermException = {
  readonly id: string;
  readonly achievementSlug: string;
  readonly achievement: Achievement;
  /** Null where Wikimedia does not show the name any more. */
  readonly username: string | null;
  readonly why: string;
  readonly until: Day;
  /** Null for somebody who is not known any more. */
  readonly recordedBy: string | null;
  readonly recordedAtSeconds: number;
};

/**
 * Records that whoever has an award of a role may have it beyond the policy, until a day; its id. Nobody does that for
 * themselves.
 */
export async function recordException(
  desk: Desk,
  actor: Actor,
  awardId: string,
  { why, until }: TermExceptionRequest,
): Promise<Result<string, Failure>> {
  const award = await findOwnAward(desk, actor, awardId);
  if (award === null) return refuse({ reason: 'award_unknown' });
  if (award.accountId === actor.accountId) return refuse({ reason: 'own_exception' });
  const { issuer, achievementSlug, accountId } = award;
  if (award.state !== 'accepted' || !(await isRole(desk, award.achievementId))) {
    return refuse({ reason: 'award_no_term' });
  }
  if (until < dayOf(desk.nowSeconds)) {
    const detail = 'Must be a day that is still to come.';
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '/until', detail }] });
  }
  const id = freshId();
  const { accountId: recordedBy } = actor;
  const entry = auditing(desk, {
    issuer,
    actor: recordedBy,
    act: 'term_exception_recorded',
    subject: awardId,
    details: { exception: id, until },
  });
  await desk.store.batch([
    entry.before,
    desk.store.insert(termExceptions).values({
      id,
      issuer,
      achievementSlug,
      accountId,
      why,
      until,
      recordedBy,
      recordedAtSeconds: desk.nowSeconds,
    }),
    entry.after,
  ]);
  return ok(id);
}

/** Has nothing more awarded by an exception; what was awarded stays. May be repeated. */
export async function withdrawException(
  desk: Desk,
  { issuer, accountId }: Actor,
  id: string,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act: 'term_exception_withdrawn', subject: id },
    { ifChanged: true },
  );
  const own = and(eq(termExceptions.id, id), eq(termExceptions.issuer, issuer));
  await store.batch([
    entry.before,
    store
      .update(termExceptions)
      .set({ withdrawnAtSeconds: nowSeconds })
      .where(and(own, isNull(termExceptions.withdrawnAtSeconds))),
    entry.after,
  ]);
  const [found] = await store.select({ id: termExceptions.id }).from(termExceptions).where(own);
  return found === undefined ? refuse({ reason: 'exception_unknown' }) : ok(null);
}

/** The exceptions of an issuer that stand, the latest first; of one person in one role, where that is asked. */
export async function standingExceptions(
  { store, nowSeconds }: Desk,
  { issuer }: Pick<Actor, 'issuer'>,
  only?: SQL,
): Promise<readonly TermException[]> {
  const recorder = alias(accounts, 'recorder');
  return store
    .select({
      id: termExceptions.id,
      achievementSlug: termExceptions.achievementSlug,
      achievement: achievements.facts,
      username: accounts.username,
      why: termExceptions.why,
      until: termExceptions.until,
      recordedBy: recorder.username,
      recordedAtSeconds: termExceptions.recordedAtSeconds,
    })
    .from(termExceptions)
    .innerJoin(
      achievements,
      sql`${achievements.id} = (select achievement_id from awards
        where awards.issuer = ${termExceptions.issuer} and awards.account_id = ${termExceptions.accountId}
          and awards.achievement_slug = ${termExceptions.achievementSlug} limit 1)`,
    )
    .leftJoin(accounts, eq(accounts.id, termExceptions.accountId))
    .leftJoin(recorder, eq(recorder.id, termExceptions.recordedBy))
    .where(
      and(
        eq(termExceptions.issuer, issuer),
        isNull(termExceptions.withdrawnAtSeconds),
        sql`${termExceptions.until} >= ${dayOf(nowSeconds)}`,
        only,
      ),
    )
    .orderBy(desc(termExceptions.recordedAtSeconds), termExceptions.id);
}

/** The condition that an exception is for whoever has an award, in its role. */
export function exceptionFor(
  award: Pick<typeof awards.$inferSelect, 'accountId' | 'achievementSlug'>,
) {
  return and(
    eq(termExceptions.accountId, award.accountId),
    eq(termExceptions.achievementSlug, award.achievementSlug),
  );
}

async function isRole({ store }: Desk, achievementId: string): Promise<boolean> {
  const [found] = await store
    .select({ facts: achievements.facts })
    .from(achievements)
    .where(eq(achievements.id, achievementId));
  return found?.facts.kind === 'role';
}
