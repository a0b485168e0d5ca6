import {
  type ApiPart,
  answer,
  body,
  DONE,
  INTEGER,
  ISSUER,
  object,
  PAGE,
  PROBLEM,
  pageOf,
  parameter,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import {
  NominationAwardRequest,
  NominationDeclineRequest,
  NominationRequest,
} from '@laurel/contracts/nomination-requests';
import { AWARD_STATES_FOR_ISSUER } from '@laurel/core/award';
import { NOMINATION_STATES } from '@laurel/core/nomination';
import * as z from 'zod';

const NOMINATION = parameter('id', 'path', 'The nomination.');
const TIME = { type: 'string', format: 'date-time' } as const;
/** Null where the nomination forgot whom it was about, or Wikimedia hides the name. */
const NAME = { type: ['string', 'null'] } as const;
const ANSWERING = ['nomination_unknown', 'nomination_settled', 'nomination_needs_another'] as const;

/** What the API’s description says of nominations. */
export const nominationPart: ApiPart = {
  paths: {
    '/nominations': {
      get: {
        scope: 'session',
        summary: 'What you nominated, newest first, and what became of it.',
        parameters: [PAGE],
        responses: { 200: answer('One page of it.', 'OwnNominations'), '4XX': PROBLEM },
      },
      post: {
        scope: 'session',
        summary: 'Nominate somebody for a contribution or a role.',
        description:
          'The reviewers of the issuer alone read it. The person hears of it only if it is awarded.',
        requestBody: body('NominationRequest'),
        responses: { 201: answer('The nomination.', 'Nominated'), '4XX': PROBLEM },
        problems: [
          'achievement_unknown',
          'account_unknown',
          'directory_unavailable',
          'self_nomination',
          'nomination_repeated',
          'nominations_too_many',
        ],
      },
    },
    '/nominations/{id}': {
      delete: {
        scope: 'session',
        summary: 'Take your own nomination back while it waits.',
        parameters: [NOMINATION],
        responses: DONE,
        problems: ['nomination_unknown', 'nomination_settled'],
      },
    },
    '/issuers/{slug}/nominations': {
      get: {
        scope: 'nominations:review',
        summary: 'Nominations that wait for an answer, oldest first.',
        description:
          'Nominations of one person for one achievement are one entry. Those about the caller are left out.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of them.', 'Nominations'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/nominations/{id}': {
      get: {
        scope: 'nominations:review',
        summary: 'What speaks for somebody: every story, and what they were recognised for.',
        parameters: [ISSUER, NOMINATION],
        responses: { 200: answer('The nomination.', 'Nomination'), '4XX': PROBLEM },
        problems: ['nomination_unknown', 'nomination_settled'],
      },
    },
    '/issuers/{slug}/nominations/{id}/award': {
      post: {
        scope: 'nominations:review',
        summary: 'Offer the award that somebody was nominated for. Not by who nominated.',
        parameters: [ISSUER, NOMINATION],
        requestBody: body('NominationAwardRequest'),
        responses: { 202: answer('The batch, and where it reports.', 'Batch'), '4XX': PROBLEM },
        problems: ANSWERING,
      },
    },
    '/issuers/{slug}/nominations/{id}/decline': {
      post: {
        scope: 'nominations:review',
        summary: 'Decline kindly. The nominators alone read the answer. Not by who nominated.',
        parameters: [ISSUER, NOMINATION],
        requestBody: body('NominationDeclineRequest'),
        responses: DONE,
        problems: ANSWERING,
      },
    },
  },
  schemas: {
    NominationRequest: z.toJSONSchema(NominationRequest, { io: 'input' }),
    NominationAwardRequest: z.toJSONSchema(NominationAwardRequest, { io: 'input' }),
    NominationDeclineRequest: z.toJSONSchema(NominationDeclineRequest, { io: 'input' }),
    Nominated: object({ nomination: STRING, username: STRING, url: URL_STRING }),
    OwnNominations: pageOf(
      'nominations',
      object({
        nomination: STRING,
        issuer: STRING,
        achievement: STRING,
        username: NAME,
        state: { enum: NOMINATION_STATES },
        answer: { type: ['string', 'null'] },
        nominatedAt: TIME,
        lapsesAt: TIME,
      }),
    ),
    Nominations: pageOf(
      'nominations',
      object({
        nomination: STRING,
        username: NAME,
        achievement: STRING,
        nominators: INTEGER,
        isOwn: { type: 'boolean' },
        nominatedAt: TIME,
      }),
    ),
    Nomination: object({
      nomination: STRING,
      username: NAME,
      achievement: STRING,
      isOwn: { type: 'boolean' },
      stories: {
        type: 'array',
        items: object({
          nominator: NAME,
          story: STRING,
          evidence: { type: 'object', properties: { class: STRING, url: URL_STRING } },
          language: STRING,
          nominatedAt: TIME,
        }),
      },
      recognised: {
        type: 'array',
        items: object({ award: STRING, state: { enum: AWARD_STATES_FOR_ISSUER } }),
      },
    }),
  },
};
