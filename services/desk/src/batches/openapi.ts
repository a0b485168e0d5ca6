import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of batches. */
export const batchPart: ApiPart = { paths: {}, schemas: {} };
