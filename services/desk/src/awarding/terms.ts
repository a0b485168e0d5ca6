import type { AwardRequest } from '@laurel/contracts/award-request';
import { type Achievement, languagesToSign } from '@laurel/core/achievement';
import type { Failure, Issue } from '@laurel/core/failure';
import type { IssuerFace } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { AwardTerms } from '@laurel/store/private/batches';
import type { BatchOrder } from './accept-batch.ts';

type Given = Pick<
  AwardRequest,
  'language' | 'period' | 'hours' | 'evidence' | 'consent' | 'disclosure' | 'mayIncludeMinors'
> &
  Partial<Pick<AwardRequest, 'shareOut'>>;

/** What a request or a recipient says of the terms; what it leaves out is left out here too. */
export function givenTerms(given: Given): Partial<AwardTerms> {
  return {
    ...(given.language === undefined ? {} : { language: given.language }),
    ...(given.period === undefined ? {} : { period: given.period }),
    ...(given.hours === undefined ? {} : { hours: given.hours }),
    ...(given.evidence === undefined ? {} : { evidence: given.evidence }),
    ...(given.consent === undefined ? {} : { consent: given.consent }),
    ...(given.disclosure === undefined ? {} : { disclosure: given.disclosure }),
    ...(given.mayIncludeMinors === undefined ? {} : { mayIncludeMinors: given.mayIncludeMinors }),
    ...(given.shareOut === undefined ? {} : { shareOut: given.shareOut }),
  };
}

/** The terms of a batch: what the request says at its top, over what holds where it says nothing. */
export function batchTerms(
  request: Given & Pick<BatchOrder, 'mentoring'>,
  achievement: Achievement,
): AwardTerms {
  return {
    language: achievement.sourceLanguage,
    period: null,
    hours: null,
    evidence: [],
    consent: 'ask',
    disclosure: 'account',
    mayIncludeMinors: false,
    ...givenTerms(request),
    ...(request.mentoring === undefined ? {} : { mentoring: request.mentoring }),
  };
}

/** Checks what only the achievement can tell: its languages, and that a role has its term. */
export function checkTerms(
  request: BatchOrder,
  achievement: Achievement,
  issuer: Pick<IssuerFace, 'demonstration'>,
): Result<null, Failure> {
  const available = languagesToSign(achievement, issuer.demonstration);
  const places = [
    { given: request, pointer: '' },
    ...request.recipients.map((given, at) => ({ given, pointer: `/recipients/${at}` })),
  ];
  for (const { given, pointer } of places) {
    if (given.language !== undefined && !available.includes(given.language)) {
      return refuse({
        reason: 'language_unavailable',
        pointer: `${pointer}/language`,
        available,
      });
    }
  }
  const issues = achievement.kind === 'role' ? missingTerms(request) : [];
  return issues.length === 0 ? ok(null) : refuse({ reason: 'request_invalid', issues });
}

function missingTerms(request: BatchOrder): readonly Issue[] {
  if (request.period !== undefined) return [];
  return request.recipients.flatMap(({ period }, at) =>
    period === undefined
      ? [
          {
            pointer: `/recipients/${at}/period`,
            detail: 'A role needs its start and its planned end, here or at the top.',
          },
        ]
      : [],
  );
}
