import { dayOf } from '@laurel/core/day';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import { termAsTold } from '../role-terms/term-as-told.ts';
import type { IssuersAward } from './find-award.ts';

/** An award as a program of its issuer is told of it. Without a name: the batch has those. */
export function awardAsTold(award: IssuersAward, nowSeconds: number) {
  const { suspendedAtSeconds, suspensionReason, revocationReason } = award;
  return {
    award: award.id,
    batch: award.batchId,
    achievement: award.achievementSlug,
    state: award.state,
    consent: award.consent,
    language: award.language,
    disclosure: award.disclosure,
    period: award.periodStart === '' ? null : { start: award.periodStart, end: award.periodEnd },
    hours: award.hours,
    shareOut: award.shareOut,
    mentoring: award.mentoring,
    suspension:
      suspendedAtSeconds === null
        ? null
        : { reason: suspensionReason, since: dayOf(suspendedAtSeconds) },
    term:
      award.state === 'accepted'
        ? termAsTold(award, roleTermOf(award, award.achievement), dayOf(nowSeconds))
        : null,
    corrects: award.corrects === '' ? null : award.corrects,
    supersededBy: award.supersededBy,
    corrections: award.corrections.map(({ awardId, batchId, state }) => ({
      award: awardId,
      batch: batchId,
      state,
    })),
    ...(revocationReason === null ? {} : { reason: revocationReason }),
  };
}
