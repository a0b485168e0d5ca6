import {
  type ApiPart,
  answer,
  body,
  ISSUER,
  nullable,
  object,
  objectWithOptional,
  orNull,
  PROBLEM,
  pageOf,
  parameter,
  STRING,
} from '@laurel/api-description/describe';
import { AwardSearch } from '@laurel/contracts/award-search';
import { CorrectionRequest } from '@laurel/contracts/correction-request';
import { SuspensionRequest } from '@laurel/contracts/suspension-request';
import {
  AWARD_STATES_FOR_ISSUER,
  CONSENTS,
  REVOCATION_REASONS,
  SUSPENSION_REASONS,
} from '@laurel/core/award';
import * as z from 'zod';
import { MENTORING } from '../mentoring/openapi.ts';
import { TERM_OF_AWARD } from '../role-terms/openapi.ts';

const AWARD = parameter('id', 'path', 'The award.');

const THE_AWARD = { 200: answer('The award as it stands then.', 'Award'), '4XX': PROBLEM };
const A_BATCH = { 202: answer('The batch of one that it becomes.', 'Batch'), '4XX': PROBLEM };

/** What the API’s description says of an issuer’s awards. */
export const awardPart: ApiPart = {
  paths: {
    '/issuers/{slug}/awards/search': {
      post: {
        scope: 'awards:read',
        summary: 'Find own awards. A name is in the body, so that no address has it.',
        parameters: [ISSUER],
        requestBody: body('AwardSearch'),
        responses: { 200: answer('One page of them.', 'FoundAwards'), '4XX': PROBLEM },
      },
    },
    '/awards/{id}': {
      get: {
        scope: 'awards:read',
        summary: 'An award, as its issuer may see it.',
        parameters: [AWARD],
        responses: { 200: answer('The award.', 'Award'), '4XX': PROBLEM },
        problems: ['award_unknown'],
      },
    },
    '/awards/{id}/revocation': {
      post: {
        scope: 'awards:revoke',
        summary: 'Revoke an award and every credential made from it. The holder sees the reason.',
        parameters: [AWARD],
        requestBody: body('RevocationRequest'),
        responses: THE_AWARD,
        problems: ['award_unknown', 'award_not_in_state'],
      },
    },
    '/awards/{id}/cancellation': {
      post: {
        scope: 'awards:write',
        summary: 'Take back an offer that is still open.',
        parameters: [AWARD],
        responses: THE_AWARD,
        problems: ['award_unknown', 'award_not_in_state'],
      },
    },
    '/awards/{id}/renewal': {
      post: {
        scope: 'awards:write',
        summary: 'Offer again what was cancelled, as it was. What has lapsed is erased.',
        parameters: [AWARD],
        responses: A_BATCH,
        problems: ['award_unknown', 'award_not_in_state'],
      },
    },
    '/awards/{id}/suspension': {
      post: {
        scope: 'awards:revoke',
        summary: 'Suspend an accepted award: its credentials read “suspended” until it is lifted.',
        description: 'No status bit is set. The holder sees the reason.',
        parameters: [AWARD],
        requestBody: body('SuspensionRequest'),
        responses: THE_AWARD,
        problems: ['award_unknown', 'award_not_in_state', 'award_superseded', 'award_suspended'],
      },
      delete: {
        scope: 'awards:revoke',
        summary: 'Lift a suspension.',
        parameters: [AWARD],
        responses: THE_AWARD,
        problems: ['award_unknown', 'award_not_in_state'],
      },
    },
    '/awards/{id}/correction': {
      post: {
        scope: 'awards:write',
        summary: 'Put an award right by a new one for the same account.',
        description:
          'What the request leaves out stays as it was. An open offer gives way to the new one. An accepted award is superseded once its holder accepts the new one, or at once where they agreed on paper.',
        parameters: [AWARD],
        requestBody: body('CorrectionRequest'),
        responses: A_BATCH,
        problems: [
          'award_unknown',
          'award_not_in_state',
          'correction_changes_nothing',
          'consent_not_declared',
          'language_unavailable',
        ],
      },
    },
  },
  schemas: {
    AwardSearch: z.toJSONSchema(AwardSearch, { io: 'input' }),
    SuspensionRequest: z.toJSONSchema(SuspensionRequest, { io: 'input' }),
    CorrectionRequest: z.toJSONSchema(CorrectionRequest, { io: 'input' }),
    Award: objectWithOptional(
      {
        award: STRING,
        batch: STRING,
        achievement: STRING,
        state: { enum: AWARD_STATES_FOR_ISSUER },
        consent: { enum: CONSENTS },
        language: STRING,
        disclosure: STRING,
        period: orNull(object({ start: STRING, end: STRING })),
        hours: orNull({ type: 'number' }),
        mentoring: orNull(MENTORING),
        shareOut: orNull(object({ until: STRING, achievement: STRING })),
        suspension: orNull(object({ reason: { enum: SUSPENSION_REASONS }, since: STRING })),
        term: TERM_OF_AWARD,
        corrects: orNull(STRING),
        supersededBy: orNull(STRING),
        corrections: {
          type: 'array',
          items: object({
            award: STRING,
            batch: STRING,
            state: { enum: ['queued', 'refused', ...AWARD_STATES_FOR_ISSUER] },
          }),
        },
      },
      {
        reason: { enum: REVOCATION_REASONS, description: 'Where it was revoked.' },
      },
    ),
    FoundAwards: pageOf(
      'awards',
      object({
        award: STRING,
        username: { ...nullable(STRING), description: 'Null where Wikimedia hides it.' },
        achievement: STRING,
        batch: STRING,
        state: { enum: AWARD_STATES_FOR_ISSUER },
        suspended: { type: 'boolean' },
        supersededBy: nullable(STRING),
      }),
    ),
  },
};
