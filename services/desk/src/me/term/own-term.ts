import { dayOf } from '@laurel/core/day';
import { termOn } from '@laurel/core/role-term';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import type { Desk } from '../../env.ts';
import { findLeaving } from '../../leaving/leaving.ts';
import type { HolderAward } from '../holder-award.ts';
import type { OwnTerm } from './term-section.tsx';

/** The term of a role for its holder; null for what is no role, and for what does not stand. */
export async function ownTerm(
  desk: Desk,
  { award, achievement }: HolderAward,
): Promise<OwnTerm | null> {
  const term = roleTermOf(award, achievement);
  if (term === null || award.state !== 'accepted' || award.supersededBy !== null) return null;
  const today = dayOf(desk.nowSeconds);
  return {
    term: termOn(term, today),
    hasBegun: today >= term.period.start,
    words: (await findLeaving(desk, award.issuer, award.achievementSlug))?.thanks ?? {},
  };
}
