import { addMonths, type Day, dayOf, secondsAt } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { MAX_TRAINER_MONTHS } from '@laurel/core/trainer';
import { grants, trainers } from '@laurel/store/private/desk';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

const SECONDS_PER_DAY = 86_400;

/**
 * Lets somebody who completed a training award, until a day or for as many months as the training says; of who may
 * already, a new day. Never longer than the grant of whoever gives it, and never to oneself. What was ended
 * stays so, and so does what comes from a training that does not stand.
 */
export async function giveTrainer(
  desk: Desk,
  actor: Actor,
  awardId: string,
  until?: Day,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const [found] = await store
    .select({ accountId: trainers.accountId, months: trainers.months })
    .from(trainers)
    .where(ofIssuer(actor, awardId));
  if (found === undefined) return refuse({ reason: 'page_unknown' });
  if (found.accountId === actor.accountId) return refuse({ reason: 'own_grant' });
  const today = dayOf(nowSeconds);
  if (until !== undefined && (until < today || until > addMonths(today, MAX_TRAINER_MONTHS))) {
    const detail = `Must be today or later, and within ${MAX_TRAINER_MONTHS} months.`;
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '/until', detail }] });
  }
  const adminEndsAtSeconds = await adminEnds(desk, actor);
  const wanted = secondsAt(until ?? addMonths(today, found.months)) + SECONDS_PER_DAY;
  if (until !== undefined && wanted > adminEndsAtSeconds) {
    return refuse({ reason: 'grant_outlives', endsOn: dayOf(adminEndsAtSeconds) });
  }
  const endsAtSeconds = Math.min(wanted, adminEndsAtSeconds);
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'trainer_given',
      subject: { account: found.accountId },
      details: { until: dayOf(endsAtSeconds) },
    },
    { ifChanged: true },
  );
  const [, given] = await store.batch([
    entry.before,
    store
      .update(trainers)
      .set({ state: 'given', endsAtSeconds, grantedBy: actor.accountId })
      .where(
        and(
          ofIssuer(actor, awardId),
          inArray(trainers.state, ['waiting', 'given']),
          sql`exists (select 1 from awards where id = ${awardId} and state = 'accepted'
            and suspended_at_seconds is null and superseded_by is null)`,
        ),
      )
      .returning({ awardId: trainers.awardId }),
    entry.after,
  ]);
  return given.length > 0 ? ok(null) : refuse({ reason: 'trainer_ended' });
}

/** Ends it for good, also while it waits; the training stays. May be repeated. */
export async function endTrainer(
  desk: Desk,
  actor: Actor,
  awardId: string,
): Promise<Result<null, Failure>> {
  const [found] = await desk.store
    .select({ accountId: trainers.accountId })
    .from(trainers)
    .where(ofIssuer(actor, awardId));
  if (found === undefined) return refuse({ reason: 'page_unknown' });
  await ending(desk, actor, awardId, found.accountId);
  return ok(null);
}

/** The same by whoever may award: they step down, and keep the training. */
export async function stepDown(
  desk: Desk,
  accountId: string,
  awardId: string,
): Promise<Result<null, Failure>> {
  const [found] = await desk.store
    .select({ issuer: trainers.issuer })
    .from(trainers)
    .where(and(eq(trainers.awardId, awardId), eq(trainers.accountId, accountId)));
  if (found === undefined) return refuse({ reason: 'page_unknown' });
  await ending(desk, { issuer: found.issuer, accountId }, awardId, accountId);
  return ok(null);
}

async function ending(
  desk: Desk,
  { issuer, accountId: actor }: Pick<Actor, 'issuer' | 'accountId'>,
  awardId: string,
  account: string,
): Promise<void> {
  const entry = auditing(
    desk,
    { issuer, actor, act: 'trainer_ended', subject: { account } },
    { ifChanged: true },
  );
  await desk.store.batch([
    entry.before,
    desk.store
      .update(trainers)
      .set({ state: 'ended' })
      .where(and(eq(trainers.awardId, awardId), inArray(trainers.state, ['waiting', 'given']))),
    entry.after,
  ]);
}

function ofIssuer({ issuer }: Actor, awardId: string) {
  return and(eq(trainers.awardId, awardId), eq(trainers.issuer, issuer));
}

/** When the grant of whoever gives it ends; in the past where there is none any more. */
async function adminEnds({ store }: Desk, { issuer, accountId }: Actor): Promise<number> {
  const [held] = await store
    .select({ endsAtSeconds: grants.endsAtSeconds })
    .from(grants)
    .where(
      and(eq(grants.issuer, issuer), eq(grants.accountId, accountId), eq(grants.grant, 'admin')),
    );
  return held?.endsAtSeconds ?? 0;
}
