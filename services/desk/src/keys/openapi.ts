import {
  type ApiPart,
  answer,
  body,
  INTEGER,
  ISSUER,
  listOf,
  MOMENT,
  nullable,
  object,
  PAGE,
  PROBLEM,
  pageOf,
  parameter,
  ref,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { KeyCompromise, KeyRotation } from '@laurel/contracts/key-requests';
import { KEY_ACTS, KEY_OUTCOMES } from '@laurel/core/key-order';
import { KEY_ALGORITHMS, KEY_STATES } from '@laurel/core/verification-key';
import * as z from 'zod';

const KEY = parameter('key', 'path', 'The key, by its id.');

const NAMED = { issuer: STRING, names: { type: 'object' }, keys: listOf(ref('IssuerKey')) };

/** What the API’s description says of issuers’ keys. Everybody but stewards is answered 404. */
export const keyPart: ApiPart = {
  paths: {
    '/stewards/keys': {
      get: {
        scope: 'steward',
        summary: 'Issuers with their keys.',
        parameters: [PAGE],
        responses: { 200: answer('One page.', 'IssuersWithKeys'), '4XX': PROBLEM },
      },
    },
    '/stewards/keys/{slug}': {
      get: {
        scope: 'steward',
        summary: 'The keys of one issuer, and what was ordered of them.',
        parameters: [ISSUER],
        responses: { 200: answer('Keys and orders.', 'IssuerKeys'), '4XX': PROBLEM },
      },
    },
    '/stewards/keys/{slug}/rotation': {
      post: {
        scope: 'steward',
        summary: 'Have new keys follow those that sign: published now, they sign a day later.',
        parameters: [ISSUER],
        requestBody: body('KeyRotation'),
        responses: { 202: answer('Ordered.', 'KeyOrdered'), '4XX': PROBLEM },
      },
    },
    '/stewards/keys/{slug}/{key}/compromise': {
      post: {
        scope: 'steward',
        summary: 'Declare that a key was stolen: it cannot be undone.',
        description:
          'The key leaves did.json at once, and another one signs. What the public log shows from before `since` is signed anew under the same ids; nothing else that the key signed is believed any more.',
        parameters: [ISSUER, KEY],
        requestBody: body('KeyCompromise'),
        responses: { 202: answer('Ordered.', 'KeyOrdered'), '4XX': PROBLEM },
      },
    },
  },
  schemas: {
    KeyRotation: z.toJSONSchema(KeyRotation, { io: 'input' }),
    KeyCompromise: z.toJSONSchema(KeyCompromise, { io: 'input' }),
    KeyOrdered: object({ order: STRING, url: URL_STRING }),
    IssuerKey: object({
      key: STRING,
      algorithm: { enum: KEY_ALGORITHMS },
      state: { enum: KEY_STATES },
      madeAt: MOMENT,
      signsFrom: MOMENT,
      retiredAt: nullable(MOMENT),
      compromisedSince: nullable(MOMENT),
      credentials: nullable(INTEGER),
    }),
    IssuersWithKeys: pageOf('issuers', object(NAMED)),
    IssuerKeys: object({
      ...NAMED,
      orders: listOf(
        object({
          order: STRING,
          act: { enum: KEY_ACTS },
          key: nullable(STRING),
          since: nullable(MOMENT),
          orderedAt: MOMENT,
          outcome: { enum: [...KEY_OUTCOMES, null] },
        }),
      ),
    }),
  },
};
