import type { Period } from '@laurel/core/award';
import type { Day } from '@laurel/core/day';
import { ok, type Result } from '@laurel/core/result';
import { judgeTerm, type TermLimit } from '@laurel/core/terms-in-a-row';
import { inSet } from '@laurel/store/in-set';
import { achievements, awards, termExceptions } from '@laurel/store/private/desk';
import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { heldTerms, type RoleAsked, seenTerms } from './held-terms.ts';

/** A term that somebody is to have. */
export type WantedTerm = {
  readonly awardId: string;
  readonly accountId: string;
  readonly period: Period | null;
};

/** That a term may be awarded. */
export type JudgedTerm = {
  readonly number: number;
  /** The exception that it needs; null where it needs none. */
  readonly exception: string | null;
  /** What it was judged by: the statement that awards it makes sure that it still stands. */
  readonly seen: string;
};

export type JudgedTerms = ReadonlyMap<string, Result<JudgedTerm, TermLimit>>;

/**
 * Judges terms of a role against its policy, by the ids of their awards. What stands already is not judged again, and
 * what is put right is not counted; it may leave out days of the same role, and is judged where it has others. Empty for
 * what is no role.
 */
export async function judgeTerms(
  desk: Desk,
  role: RoleAsked & { readonly achievementId: string },
  wanted: readonly WantedTerm[],
): Promise<JudgedTerms> {
  const [achievement] = await desk.store
    .select({ facts: achievements.facts })
    .from(achievements)
    .where(eq(achievements.id, role.achievementId));
  if (achievement?.facts.kind !== 'role') return new Map();
  const accountIds = wanted.map(({ accountId }) => accountId);
  const [held, exceptions, corrected] = await Promise.all([
    heldTerms(desk, role, accountIds),
    standingExceptions(desk, role, accountIds),
    correctedTerm(desk, role),
  ]);
  const { term: policy } = achievement.facts;
  const judged = new Map<string, Result<JudgedTerm, TermLimit>>();
  for (const { awardId, accountId, period } of wanted) {
    const others = held.get(accountId) ?? [];
    if (period === null || others.some((one) => one.awardId === awardId)) continue;
    const seen = seenTerms(others);
    const plain = judgeTerm(
      others,
      period,
      policy,
      corrected !== null && isWithin(period, corrected),
    );
    const exception = plain.ok ? undefined : exceptionFor(exceptions, accountId, period);
    const one = exception === undefined ? plain : judgeTerm(others, period, policy, true);
    judged.set(
      awardId,
      one.ok ? ok({ number: one.value, exception: exception?.id ?? null, seen }) : one,
    );
  }
  return judged;
}

/** The days of the term in this role that is being put right; null where there is none. */
async function correctedTerm(
  { store }: Desk,
  { corrects, issuer, achievementSlug }: RoleAsked,
): Promise<Period | null> {
  if (corrects === '') return null;
  const [found] = await store
    .select({ start: awards.periodStart, end: awards.periodEnd })
    .from(awards)
    .where(
      and(
        eq(awards.id, corrects),
        eq(awards.issuer, issuer),
        eq(awards.achievementSlug, achievementSlug),
        ne(awards.periodStart, ''),
      ),
    );
  return found ?? null;
}

function isWithin(period: Period, around: Period): boolean {
  return around.start <= period.start && period.end <= around.end;
}

type Exception = { readonly id: string; readonly accountId: string; readonly until: Day };

function exceptionFor(
  exceptions: readonly Exception[],
  accountId: string,
  { end }: Period,
): Exception | undefined {
  return exceptions.find((one) => one.accountId === accountId && end <= one.until);
}

async function standingExceptions(
  { store }: Desk,
  { issuer, achievementSlug }: RoleAsked,
  accountIds: readonly string[],
): Promise<readonly Exception[]> {
  return store
    .select({
      id: termExceptions.id,
      accountId: termExceptions.accountId,
      until: termExceptions.until,
    })
    .from(termExceptions)
    .where(
      and(
        eq(termExceptions.issuer, issuer),
        eq(termExceptions.achievementSlug, achievementSlug),
        inArray(termExceptions.accountId, inSet(accountIds)),
        isNull(termExceptions.withdrawnAtSeconds),
      ),
    )
    .orderBy(desc(termExceptions.recordedAtSeconds), termExceptions.id);
}
