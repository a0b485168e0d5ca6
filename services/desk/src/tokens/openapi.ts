import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of tokens. */
export const tokenPart: ApiPart = { paths: {}, schemas: {} };
