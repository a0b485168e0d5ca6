import {
  type ApiPart,
  answer,
  body,
  DONE,
  INTEGER,
  ISSUER,
  object,
  PROBLEM,
  parameter,
  STRING,
} from '@laurel/api-description/describe';
import {
  Acceptance,
  AdminRequest,
  Declining,
  StewardRequest,
} from '@laurel/contracts/steward-requests';
import * as z from 'zod';

const APPLICATION = parameter('id', 'path', 'The application.');
const NULLABLE = { type: ['string', 'null'] };

/** What the API’s description says of the review of issuers. Everybody but stewards is answered 404. */
export const stewardPart: ApiPart = {
  paths: {
    '/stewards': {
      get: {
        scope: 'steward',
        summary: 'Who reviews issuers, and until when.',
        responses: { 200: answer('The stewards.', 'Stewards'), '4XX': PROBLEM },
      },
      post: {
        scope: 'steward',
        summary: 'Appoint a steward until a day, or renew another one.',
        requestBody: body('StewardRequest'),
        responses: DONE,
      },
    },
    '/stewards/{id}': {
      delete: {
        scope: 'steward',
        summary: 'End the work of a steward who was appointed here.',
        parameters: [parameter('id', 'path', 'The account, by its global id.')],
        responses: DONE,
      },
    },
    '/stewards/applications': {
      get: {
        scope: 'steward',
        summary: 'Applications by `?state=waiting|accepted|refused`; who waits longest is first.',
        responses: { 200: answer('One page.', 'ApplicationQueue'), '4XX': PROBLEM },
      },
    },
    '/stewards/applications/{id}': {
      get: {
        scope: 'steward',
        summary: 'One application, with what Wikimedia says of its people.',
        parameters: [APPLICATION],
        responses: { 200: answer('To be judged.', 'ApplicationToReview'), '4XX': PROBLEM },
      },
    },
    '/stewards/applications/{id}/accept': {
      post: {
        scope: 'steward',
        summary: 'Make it an issuer, with keys; the applicant gets all grants for 365 days.',
        parameters: [APPLICATION],
        requestBody: body('Acceptance'),
        responses: { 200: answer('The issuer.', 'Accepted'), '4XX': PROBLEM },
      },
    },
    '/stewards/issuers': {
      get: {
        scope: 'steward',
        summary: 'Issuers without an admin: nobody there can give or renew grants.',
        responses: { 200: answer('One page.', 'IssuersWithoutAdmin'), '4XX': PROBLEM },
      },
    },
    '/stewards/issuers/{slug}/grants': {
      post: {
        scope: 'steward',
        summary: 'Give an issuer that has no admin one, for 365 days.',
        parameters: [ISSUER],
        requestBody: body('AdminRequest'),
        responses: DONE,
      },
    },
    '/stewards/applications/{id}/decline': {
      post: {
        scope: 'steward',
        summary: 'Refuse it, with words that the applicant alone reads.',
        parameters: [APPLICATION],
        requestBody: body('Declining'),
        responses: DONE,
      },
    },
  },
  schemas: {
    AdminRequest: z.toJSONSchema(AdminRequest, { io: 'input' }),
    IssuersWithoutAdmin: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      issuers: { type: 'array', items: object({ issuer: STRING, names: { type: 'object' } }) },
    }),
    StewardRequest: z.toJSONSchema(StewardRequest, { io: 'input' }),
    Acceptance: z.toJSONSchema(Acceptance, { io: 'input' }),
    Declining: z.toJSONSchema(Declining, { io: 'input' }),
    Accepted: object({ issuer: STRING }),
    Stewards: object({
      stewards: {
        type: 'array',
        items: object({ account: STRING, username: NULLABLE, endsAt: NULLABLE }),
      },
    }),
    ApplicationQueue: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      applications: { type: 'array', items: { $ref: '#/components/schemas/Application' } },
    }),
    ApplicationToReview: {
      allOf: [
        { $ref: '#/components/schemas/Application' },
        object({
          people: {
            type: 'array',
            items: object({
              account: STRING,
              username: NULLABLE,
              state: { enum: ['there', 'gone', 'unknown'] },
              homeWiki: NULLABLE,
              registration: NULLABLE,
            }),
          },
        }),
      ],
    },
  },
};
