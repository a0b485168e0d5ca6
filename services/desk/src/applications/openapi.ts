import {
  type ApiPart,
  answer,
  body,
  DONE,
  object,
  PROBLEM,
  parameter,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { ApplicationRequest } from '@laurel/contracts/issuer-requests';
import * as z from 'zod';

const APPLICATION = parameter('id', 'path', 'The application.');
const TEXTS = { type: 'object', additionalProperties: STRING };
const NULLABLE = { type: ['string', 'null'] };

/** What the API’s description says of applying to become an issuer. */
export const applicationPart: ApiPart = {
  paths: {
    '/applications': {
      get: {
        scope: 'session',
        summary: 'What you have applied for, newest first.',
        responses: { 200: answer('At most 50.', 'Applications'), '4XX': PROBLEM },
      },
      post: {
        scope: 'session',
        summary: 'Apply to become an issuer. The same twice is one application.',
        requestBody: body('ApplicationRequest'),
        responses: { 201: answer('It waits for a steward.', 'ApplicationMade'), '4XX': PROBLEM },
      },
    },
    '/applications/{id}': {
      get: {
        scope: 'session',
        summary: 'How your application stands, and what the stewards said.',
        parameters: [APPLICATION],
        responses: { 200: answer('The application.', 'Application'), '4XX': PROBLEM },
      },
    },
    '/applications/{id}/withdraw': {
      post: {
        scope: 'session',
        summary: 'Withdraw your application, as long as nobody has decided on it.',
        parameters: [APPLICATION],
        responses: DONE,
      },
    },
  },
  schemas: {
    ApplicationRequest: z.toJSONSchema(ApplicationRequest, { io: 'input' }),
    ApplicationMade: object({ application: STRING, url: URL_STRING }),
    Application: object({
      application: STRING,
      state: { enum: ['waiting', 'accepted', 'refused', 'withdrawn'] },
      slug: STRING,
      names: TEXTS,
      descriptions: TEXTS,
      proof: URL_STRING,
      contacts: { type: 'array', items: object({ account: STRING, username: NULLABLE }) },
      answer: NULLABLE,
      sentAt: STRING,
      decidedAt: NULLABLE,
    }),
    Applications: object({
      applications: { type: 'array', items: { $ref: '#/components/schemas/Application' } },
    }),
  },
};
