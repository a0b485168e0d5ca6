import {
  type ApiPart,
  answer,
  body,
  DONE,
  ISSUER,
  listOf,
  object,
  PROBLEM,
  parameter,
  STRING,
} from '@laurel/api-description/describe';
import { SigningOffer } from '@laurel/contracts/signatory-requests';
import * as z from 'zod';

const TEXTS = { type: 'object', additionalProperties: STRING };
const SIGNATORY = parameter(
  'id',
  'path',
  'The signatory: another id with each change of what they offer.',
);

/** What the API’s description says of who signs certificates. */
export const signatoryPart: ApiPart = {
  paths: {
    '/issuers/{slug}/signatories': {
      get: {
        scope: 'awards:read',
        summary:
          'Who signs certificates, in their order; then offers to, as far as one may see them.',
        description:
          'Members see who signs and their own offer; with “issuer:write”, every offer. Nobody’s account is told.',
        parameters: [ISSUER],
        responses: { 200: answer('One entry a signatory.', 'Signatories'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/signatories/own': {
      put: {
        scope: 'session',
        summary: 'Offer to be named on certificates, oneself.',
        description:
          'Other texts than before take one off, until an admin puts one on again. A token is not enough.',
        parameters: [ISSUER],
        requestBody: body('SigningOffer', {
          names: { en: 'Rahela Sultana', bn: 'রাহেলা সুলতানা' },
          offices: { en: 'Chair', bn: 'সভাপতি' },
          agree: true,
        }),
        responses: DONE,
        problems: ['desk_unknown', 'token_foreign', 'account_name_unknown'],
      },
      delete: {
        scope: 'session',
        summary: 'Be named no more, from this moment. What was signed before stays.',
        parameters: [ISSUER],
        responses: DONE,
        problems: ['desk_unknown', 'token_foreign'],
      },
    },
    '/issuers/{slug}/signatories/{id}': {
      put: {
        scope: 'issuer:write',
        summary: 'Put somebody on certificates who offered it. At most two are on.',
        parameters: [ISSUER, SIGNATORY],
        responses: DONE,
        problems: ['signatory_unknown', 'signatories_full'],
      },
      delete: {
        scope: 'issuer:write',
        summary: 'Take somebody off. Their offer stays.',
        parameters: [ISSUER, SIGNATORY],
        responses: DONE,
        problems: ['signatory_unknown'],
      },
    },
    '/issuers/{slug}/signatories/{id}/first': {
      post: {
        scope: 'issuer:write',
        summary: 'Have one of the two named first.',
        parameters: [ISSUER, SIGNATORY],
        responses: DONE,
        problems: ['signatory_unknown'],
      },
    },
  },
  schemas: {
    SigningOffer: z.toJSONSchema(SigningOffer, { io: 'input' }),
    Signatories: object({
      signatories: listOf(
        object({
          signatory: STRING,
          names: TEXTS,
          offices: TEXTS,
          signs: { type: 'boolean' },
          own: { type: 'boolean' },
        }),
      ),
    }),
  },
};
