import type { TrainerState } from '@laurel/core/trainer';
import { accounts, awards, trainers } from '@laurel/store/private/desk';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { stateOn, trainingStands } from './reach.ts';

/** Somebody who completed a training of an issuer, and may award or waits for that. */
export type Trainer = {
  readonly awardId: string;
  readonly accountId: string;
  /** Null where Wikimedia does not show the name any more. */
  readonly username: string | null;
  /** The training that it comes from. */
  readonly training: string;
  readonly state: Exclude<TrainerState, 'ended'>;
  /** Slugs. */
  readonly mayAward: readonly string[];
  readonly months: number;
  /** 0 while it waits. */
  readonly endsAtSeconds: number;
};

/** Whose training stands and who was not ended: those who wait first, then by their names. Of some, the day is past. */
export async function listTrainers(
  { store, nowSeconds }: Desk,
  issuer: string,
): Promise<readonly Trainer[]> {
  const rows = await store
    .select({
      awardId: trainers.awardId,
      accountId: trainers.accountId,
      username: accounts.username,
      training: awards.achievementSlug,
      state: stateOn(nowSeconds),
      mayAward: trainers.mayAward,
      months: trainers.months,
      endsAtSeconds: trainers.endsAtSeconds,
    })
    .from(trainers)
    .innerJoin(awards, eq(awards.id, trainers.awardId))
    .leftJoin(accounts, eq(accounts.id, trainers.accountId))
    .where(
      and(
        eq(trainers.issuer, issuer),
        inArray(trainers.state, ['waiting', 'given']),
        trainingStands(),
      ),
    )
    .orderBy(
      sql`${stateOn(nowSeconds)} <> 'waiting'`,
      asc(trainers.endsAtSeconds),
      asc(accounts.username),
      trainers.awardId,
    );
  return rows.flatMap(({ state, endsAtSeconds, ...row }) =>
    state === 'ended'
      ? []
      : [{ ...row, state, endsAtSeconds: state === 'waiting' ? 0 : endsAtSeconds }],
  );
}
