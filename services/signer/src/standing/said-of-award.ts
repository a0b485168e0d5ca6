import { type Day, dayOf } from '@laurel/core/day';
import { termOn } from '@laurel/core/role-term';
import { type PublicTerm, publicTerm } from '@laurel/core/term-shown';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import { achievements, awards } from '@laurel/store/private/schema';
import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Signing } from '../env.ts';

/** What the credentials of an award are to say, as it stands in PRIVATE. */
export type SaidOfAward = SaidState & {
  readonly issuer: string;
  /** Of a role: what strangers may know of its term besides its days. */
  readonly term: PublicTerm | null;
};

type SaidState =
  | { readonly state: 'active' }
  | { readonly state: 'suspended'; readonly since: Day }
  | {
      readonly state: 'superseded';
      readonly since: Day;
      /** The award whose credentials their pages lead to; null unless its holder wishes that. */
      readonly leadsTo: string | null;
    }
  | { readonly state: 'revoked' };

/** Null where there is no such award. Revocation outranks supersession, and that a suspension. */
export async function saidOfAward(signing: Signing, awardId: string): Promise<SaidOfAward | null> {
  const successor = alias(awards, 'successor');
  const [found] = await signing.privateStore
    .select({
      award: awards,
      achievement: achievements.facts,
      supersededAtSeconds: successor.decidedAtSeconds,
      isLinked: successor.linksPredecessor,
    })
    .from(awards)
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .leftJoin(successor, eq(successor.id, awards.supersededBy))
    .where(eq(awards.id, awardId));
  if (found === undefined) return null;
  const term = roleTermOf(found.award, found.achievement);
  return {
    ...stateOf(found, signing.nowSeconds),
    issuer: found.award.issuer,
    term: term === null ? null : publicTerm(termOn(term, dayOf(signing.nowSeconds))),
  };
}

type Found = {
  readonly award: typeof awards.$inferSelect;
  readonly supersededAtSeconds: number | null;
  readonly isLinked: boolean | null;
};

function stateOf({ award, supersededAtSeconds, isLinked }: Found, nowSeconds: number): SaidState {
  if (award.state === 'revoked') return { state: 'revoked' };
  if (award.supersededBy !== null) {
    return {
      state: 'superseded',
      since: dayOf(supersededAtSeconds ?? nowSeconds),
      leadsTo: isLinked === true ? award.supersededBy : null,
    };
  }
  return award.suspendedAtSeconds === null
    ? { state: 'active' }
    : { state: 'suspended', since: dayOf(award.suspendedAtSeconds) };
}
