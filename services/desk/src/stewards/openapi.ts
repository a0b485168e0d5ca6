import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of the review of issuers. */
export const stewardPart: ApiPart = { paths: {}, schemas: {} };
