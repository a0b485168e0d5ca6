import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of an issuer’s awards. */
export const awardPart: ApiPart = { paths: {}, schemas: {} };
