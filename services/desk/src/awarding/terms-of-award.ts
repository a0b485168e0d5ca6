import type { awards } from '@laurel/store/private/desk';

/** What an award says, as it would be asked for. */
export function termsOfAward(award: typeof awards.$inferSelect) {
  return {
    achievement: award.achievementSlug,
    language: award.language,
    period: award.periodStart === '' ? null : { start: award.periodStart, end: award.periodEnd },
    hours: award.hours,
    evidence: [...award.evidence],
    consent: award.consent,
    disclosure: award.disclosure,
    mayIncludeMinors: award.mayIncludeMinors,
    shareOut: award.shareOut,
    mentoring: award.mentoring,
  };
}

export type TermsOfAward = ReturnType<typeof termsOfAward>;

/** The same for a batch. */
export function orderOfTerms({ period, hours, mentoring, ...terms }: TermsOfAward) {
  return {
    ...terms,
    ...(period === null ? {} : { period }),
    ...(hours === null ? {} : { hours }),
    ...(mentoring === null ? {} : { mentoring }),
  };
}
