import {
  type ApiPart,
  answer,
  body,
  DONE,
  ISSUER,
  nullable,
  object,
  PAGE,
  PROBLEM,
  pageOf,
  parameter,
  STRING,
} from '@laurel/api-description/describe';
import {
  MentoringOfferRequest,
  MentorshipAwardRequest,
} from '@laurel/contracts/mentoring-requests';
import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { AWARD_STATES_FOR_ISSUER } from '@laurel/core/award';
import { HOURS_BANDS } from '@laurel/core/mentoring';
import * as z from 'zod';

const MENTORSHIP = parameter('id', 'path', 'The mentorship.');
const DAY = { type: 'string', format: 'date' } as const;
/** Null where Wikimedia hides the name. */
const NAME = { type: ['string', 'null'] } as const;
const ANSWERING = ['mentorship_unknown', 'mentorship_settled'] as const;

/** What an award for mentoring says beside its period, as it is told of awards too. */
export const MENTORING = object({
  languages: { type: 'array', items: STRING },
  themes: { type: 'array', items: { enum: ACHIEVEMENT_THEMES } },
  topics: { type: 'array', items: STRING },
  hoursBand: { enum: HOURS_BANDS },
});

const TOLD = {
  mentorship: STRING,
  mentor: NAME,
  /** Null unless the mentee wishes that reviewers know it. */
  mentee: NAME,
  achievement: STRING,
  start: DAY,
  end: nullable(DAY),
  mentoring: MENTORING,
  confirmedAt: { type: 'string', format: 'date-time' },
} as const;

/** What the API’s description says of mentoring. */
export const mentoringPart: ApiPart = {
  paths: {
    '/issuers/{slug}/mentoring': {
      get: {
        scope: 'awards:read',
        summary: 'What the issuer awards for mentoring.',
        parameters: [ISSUER],
        responses: { 200: answer('The achievements.', 'MentoringOffer'), '4XX': PROBLEM },
      },
      put: {
        scope: 'issuer:write',
        summary: 'Say which contributions and roles are awarded for mentoring; none offers none.',
        parameters: [ISSUER],
        requestBody: body('MentoringOfferRequest', { achievements: ['role-mentor'] }),
        responses: DONE,
        problems: ['achievement_unknown'],
      },
    },
    '/issuers/{slug}/mentorships': {
      get: {
        scope: 'nominations:review',
        summary: 'What mentors and mentees confirmed and waits for an answer, oldest first.',
        description:
          'Who was mentored is told only where they wish it. What the caller is one of the two in is left out.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of them.', 'Mentorships'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/mentorships/{id}': {
      get: {
        scope: 'nominations:review',
        summary: 'One of them, and what its mentor was recognised for.',
        parameters: [ISSUER, MENTORSHIP],
        responses: { 200: answer('The mentorship.', 'Mentorship'), '4XX': PROBLEM },
        problems: ANSWERING,
      },
    },
    '/issuers/{slug}/mentorships/{id}/award': {
      post: {
        scope: 'nominations:review',
        summary: 'Offer the mentor an award, which says nothing of the mentee.',
        parameters: [ISSUER, MENTORSHIP],
        requestBody: body('MentorshipAwardRequest'),
        responses: { 202: answer('The batch, and where it reports.', 'Batch'), '4XX': PROBLEM },
        problems: [...ANSWERING, 'nominee_recognised', 'nominee_gone', 'language_unavailable'],
      },
    },
    '/issuers/{slug}/mentorships/{id}/decline': {
      post: {
        scope: 'nominations:review',
        summary: 'Decline kindly. The mentor alone reads the answer.',
        parameters: [ISSUER, MENTORSHIP],
        requestBody: body('NominationDeclineRequest'),
        responses: DONE,
        problems: ANSWERING,
      },
    },
  },
  schemas: {
    MentoringOfferRequest: z.toJSONSchema(MentoringOfferRequest, { io: 'input' }),
    MentorshipAwardRequest: z.toJSONSchema(MentorshipAwardRequest, { io: 'input' }),
    MentoringOffer: object({ achievements: { type: 'array', items: STRING } }),
    Mentorships: pageOf('mentorships', object(TOLD)),
    Mentorship: object({
      ...TOLD,
      recognised: {
        type: 'array',
        items: object({ award: STRING, state: { enum: AWARD_STATES_FOR_ISSUER } }),
      },
    }),
  },
};
