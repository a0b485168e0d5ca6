import {
  Acceptance,
  AdminRequest,
  Declining,
  StewardRequest,
} from '@laurel/contracts/steward-requests';
import { z } from 'zod';
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
} from '../api/describe.ts';

const APPLICATION = parameter('id', 'path', 'The application.');
const BY_SESSION = [{ session: [] }];
const NULLABLE = { type: ['string', 'null'] };

/** What the API’s description says of the review of issuers. Everybody but stewards is answered 404. */
export const stewardPart: ApiPart = {
  paths: {
    '/stewards': {
      get: {
        summary: 'Who reviews issuers, and until when.',
        security: BY_SESSION,
        responses: { 200: answer('The stewards.', 'Stewards'), '4XX': PROBLEM },
      },
      post: {
        summary: 'Appoint a steward until a day, or renew another one.',
        security: BY_SESSION,
        requestBody: body('StewardRequest'),
        responses: DONE,
      },
    },
    '/stewards/{id}': {
      delete: {
        summary: 'End the work of a steward who was appointed here.',
        security: BY_SESSION,
        parameters: [parameter('id', 'path', 'The account, by its global id.')],
        responses: DONE,
      },
    },
    '/stewards/applications': {
      get: {
        summary: 'Applications by `?state=waiting|accepted|refused`; who waits longest is first.',
        security: BY_SESSION,
        responses: { 200: answer('One page.', 'ApplicationQueue'), '4XX': PROBLEM },
      },
    },
    '/stewards/applications/{id}': {
      get: {
        summary: 'One application, with what Wikimedia says of its people.',
        security: BY_SESSION,
        parameters: [APPLICATION],
        responses: { 200: answer('To be judged.', 'ApplicationToReview'), '4XX': PROBLEM },
      },
    },
    '/stewards/applications/{id}/accept': {
      post: {
        summary: 'Make it an issuer, with keys; the applicant gets all grants for 365 days.',
        security: BY_SESSION,
        parameters: [APPLICATION],
        requestBody: body('Acceptance'),
        responses: { 200: answer('The issuer.', 'Accepted'), '4XX': PROBLEM },
      },
    },
    '/stewards/issuers': {
      get: {
        summary: 'Issuers without an admin: nobody there can give or renew grants.',
        security: BY_SESSION,
        responses: { 200: answer('One page.', 'IssuersWithoutAdmin'), '4XX': PROBLEM },
      },
    },
    '/stewards/issuers/{slug}/grants': {
      post: {
        summary: 'Give an issuer that has no admin one, for 365 days.',
        security: BY_SESSION,
        parameters: [ISSUER],
        requestBody: body('AdminRequest'),
        responses: DONE,
      },
    },
    '/stewards/applications/{id}/decline': {
      post: {
        summary: 'Refuse it, with words that the applicant alone reads.',
        security: BY_SESSION,
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
