import { type ApiPart, object, PROBLEM, ref } from '@laurel/api-description/describe';
import * as z from 'zod';
import { MAX_CREDENTIALS, MAX_FILE_BYTES, MAX_JSON_BYTES } from '../presented/limits.ts';
import { RAW_TYPES } from '../presented/raw-types.ts';
import { Address, Credential, VerifyRequest } from '../presented/verify-request.ts';
import { VERIFY_ANSWERS, VERIFY_REQUESTS } from './examples.ts';
import { REPORT_SCHEMAS } from './report-schemas.ts';

const FILE = { type: 'string', format: 'binary' } as const;

/** What the description says of verification. */
export const verifyPart: ApiPart = {
  paths: {
    '/api/verify': {
      post: {
        scope: 'anybody',
        summary: 'Verify credentials of any issuer.',
        description: `Every verdict is answered with 200. A refusal means that one could not be read at all; among many it stands in place of a report, and the others are answered. In a list, an object whose only member is “url” is an address; every other object is a credential. At most ${MAX_CREDENTIALS} in one call and ${MAX_JSON_BYTES / 1024 / 1024} MiB, files ${MAX_FILE_BYTES / 1024 / 1024} MiB. A credential may have us ask other servers ten times and a call fifty times: what that does not reach is “skipped” with the finding “budget_spent”, its verdict “unknown”, and it can be asked again. The language of sentences follows Accept-Language.`,
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: ref('VerifyRequest'), examples: VERIFY_REQUESTS },
            'multipart/form-data': { schema: object({ file: FILE }) },
            ...Object.fromEntries(RAW_TYPES.map((type) => [type, { schema: FILE }])),
          },
        },
        responses: {
          200: {
            description: 'A report; to a list, a list of reports and problems.',
            content: {
              'application/json': {
                schema: { anyOf: [ref('Report'), ref('Reports')] },
                examples: VERIFY_ANSWERS,
              },
            },
          },
          '4XX': PROBLEM,
        },
        problems: ['credential_unreadable', 'pdf_unreadable', 'pdf_without_credential'],
      },
    },
  },
  schemas: {
    ...REPORT_SCHEMAS,
    VerifyRequest: inList(z.toJSONSchema(VerifyRequest, { io: 'input' })),
    VerifyItem: { anyOf: [z.toJSONSchema(Address), ...(z.toJSONSchema(Credential).anyOf ?? [])] },
  },
};

/** What is in a list is checked one by one, by a schema of its own. */
function inList(schema: z.core.JSONSchema.BaseSchema): object {
  const { $schema: _, properties = {}, ...rest } = schema;
  const { credentials } = properties;
  return {
    ...rest,
    properties: {
      ...properties,
      credentials: { ...Object(credentials), items: ref('VerifyItem') },
    },
  };
}
