import type { TrainerState } from '@laurel/core/trainer';
import { awards, trainerRules, trainers } from '@laurel/store/private/desk';
import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/**
 * The condition, in a query that joins trainers to their awards, that they may award now: what ends the
 * training, or rests it, ends this at once, and so does what ends the grant of whoever gave it.
 */
export function holdsNow(nowSeconds: number) {
  return and(
    eq(stateOn(nowSeconds), 'given'),
    gt(trainers.endsAtSeconds, nowSeconds),
    trainingStands(),
  );
}

/** The state of a row of `trainers`: one that was given by who is no admin any more waits for another one. */
export function stateOn(nowSeconds: number): SQL<TrainerState> {
  return sql`iif(trainers.state = 'given' and trainers.ends_at_seconds > ${nowSeconds}
    and not exists (select 1 from grants where grants.issuer = trainers.issuer
      and grants.account_id = trainers.granted_by and grants."grant" = 'admin'
      and grants.ends_at_seconds > ${nowSeconds}), 'waiting', trainers.state)`;
}

/** The condition that the award of a training stands: not revoked, suspended or superseded. */
export function trainingStands() {
  return and(
    eq(awards.state, 'accepted'),
    isNull(awards.suspendedAtSeconds),
    isNull(awards.supersededBy),
  );
}

/**
 * The achievements of an issuer that an account may award by its trainings, by their slugs; null where it is
 * no trainer. Never one that makes trainers itself, though it may not have done so when this began.
 */
export async function reachOf(
  { store, nowSeconds }: Desk,
  accountId: string,
  issuer: string,
): Promise<readonly string[] | null> {
  const held = await store
    .select({
      mayAward: sql<string>`(select json_group_array(value) from json_each(${trainers.mayAward})
        where value not in (select achievement_slug from ${trainerRules} as rule where rule.issuer = ${issuer}))`,
    })
    .from(trainers)
    .innerJoin(awards, eq(awards.id, trainers.awardId))
    .where(
      and(eq(trainers.accountId, accountId), eq(trainers.issuer, issuer), holdsNow(nowSeconds)),
    );
  if (held.length === 0) return null;
  return [...new Set(held.flatMap(({ mayAward }): string[] => slugsIn(mayAward)))];
}

function slugsIn(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}
