import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of the audit trail. */
export const auditPart: ApiPart = { paths: {}, schemas: {} };
