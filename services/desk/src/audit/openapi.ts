import {
  type ApiPart,
  answer,
  DONE,
  INTEGER,
  ISSUER,
  object,
  PAGE,
  PROBLEM,
  parameter,
  queryParameter,
  STRING,
} from '@laurel/api-description/describe';
import { AUDIT_ACTS } from '@laurel/core/audit-act';

/** What the API’s description says of audit trails. */
export const auditPart: ApiPart = {
  paths: {
    '/issuers/{slug}/audit': {
      get: {
        scope: 'audit:read',
        summary: 'Who did what, newest first. A person is a random key.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of entries.', 'Audit'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/audit/export': {
      get: {
        scope: 'audit:read',
        summary: 'The newest 10,000 entries as a file.',
        parameters: [
          ISSUER,
          queryParameter('format', '“jsonl” unless told.', { enum: ['csv', 'jsonl'] }),
        ],
        responses: { 200: { description: 'CSV or JSON Lines.' }, '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/audit/people/{key}/forget': {
      post: {
        scope: 'members:write',
        summary: 'Erase whom a key stands for. Its entries stay. It cannot be taken back.',
        parameters: [ISSUER, parameter('key', 'path', 'A key of the trail.')],
        responses: DONE,
        problems: ['page_unknown'],
      },
    },
  },
  schemas: {
    AuditEntry: object({
      id: STRING,
      at: { type: 'string', format: 'date-time' },
      actor: STRING,
      act: { enum: AUDIT_ACTS },
      subject: STRING,
      details: { type: 'object' },
    }),
    Audit: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      entries: { type: 'array', items: { $ref: '#/components/schemas/AuditEntry' } },
    }),
  },
};
