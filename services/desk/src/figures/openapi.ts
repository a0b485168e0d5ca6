import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of an issuer’s figures. */
export const figurePart: ApiPart = { paths: {}, schemas: {} };
