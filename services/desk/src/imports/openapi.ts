import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of imports from Wikimedia. */
export const importPart: ApiPart = { paths: {}, schemas: {} };
