import {
  type ApiPart,
  answer,
  body,
  DONE,
  ISSUER,
  object,
  orNull,
  PROBLEM,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { IssuerPatch, LogoRequest } from '@laurel/contracts/issuer-requests';
import { GRANTS, ISSUER_KINDS, LOGO_TYPES } from '@laurel/core/issuer';
import * as z from 'zod';
import { applicationPart } from '../applications/openapi.ts';

const TEXTS = { type: 'object', additionalProperties: STRING };

/** What the API’s description says of an issuer’s face, and applying to become one. */
export const issuerPart: ApiPart = {
  paths: {
    ...applicationPart.paths,
    '/issuers': {
      get: {
        scope: 'session',
        summary: 'The issuers that one is a member of, and what one may do for each until when.',
        responses: { 200: answer('One entry an issuer.', 'OwnIssuers'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}': {
      get: {
        scope: 'awards:read',
        summary: 'What the public sees of an issuer, and who vouches for it.',
        parameters: [ISSUER],
        responses: { 200: answer('The issuer.', 'Issuer'), '4XX': PROBLEM },
      },
      patch: {
        scope: 'issuer:write',
        summary: 'Change its names or its descriptions; each that is given is replaced whole.',
        parameters: [ISSUER],
        requestBody: body('IssuerPatch'),
        responses: DONE,
      },
    },
    '/issuers/{slug}/logo': {
      put: {
        scope: 'issuer:write',
        summary: 'Show a logo: an SVG or a PNG in base64, checked and rid of all but the picture.',
        parameters: [ISSUER],
        requestBody: body('LogoRequest'),
        responses: DONE,
      },
      delete: {
        scope: 'issuer:write',
        summary: 'Show no logo any more.',
        parameters: [ISSUER],
        responses: DONE,
      },
    },
  },
  schemas: {
    OwnIssuers: object({
      issuers: {
        type: 'array',
        items: object({
          issuer: STRING,
          kind: { enum: ISSUER_KINDS },
          names: TEXTS,
          grants: { type: 'array', items: object({ grant: { enum: GRANTS }, endsAt: STRING }) },
        }),
      },
    }),
    ...applicationPart.schemas,
    IssuerPatch: z.toJSONSchema(IssuerPatch, { io: 'input' }),
    LogoRequest: z.toJSONSchema(LogoRequest, { io: 'input' }),
    Issuer: object({
      issuer: STRING,
      kind: { enum: ISSUER_KINDS },
      names: TEXTS,
      descriptions: TEXTS,
      vouch: orNull(object({ by: STRING, since: STRING, proof: orNull(URL_STRING) })),
      logo: orNull(object({ type: { enum: LOGO_TYPES }, url: URL_STRING })),
    }),
  },
};
