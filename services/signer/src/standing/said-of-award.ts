import { type Day, dayOf } from '@laurel/core/day';
import { awards } from '@laurel/store/private/schema';
import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Signing } from '../env.ts';

/** What the credentials of an award are to say, as it stands in PRIVATE. */
export type SaidOfAward =
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
  const [award] = await signing.privateStore
    .select({
      state: awards.state,
      suspendedAtSeconds: awards.suspendedAtSeconds,
      supersededBy: awards.supersededBy,
      supersededAtSeconds: successor.decidedAtSeconds,
      isLinked: successor.linksPredecessor,
    })
    .from(awards)
    .leftJoin(successor, eq(successor.id, awards.supersededBy))
    .where(eq(awards.id, awardId));
  if (award === undefined) return null;
  if (award.state === 'revoked') return { state: 'revoked' };
  if (award.supersededBy !== null) {
    return {
      state: 'superseded',
      since: dayOf(award.supersededAtSeconds ?? signing.nowSeconds),
      leadsTo: award.isLinked === true ? award.supersededBy : null,
    };
  }
  return award.suspendedAtSeconds === null
    ? { state: 'active' }
    : { state: 'suspended', since: dayOf(award.suspendedAtSeconds) };
}
