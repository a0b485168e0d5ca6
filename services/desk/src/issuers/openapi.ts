import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of an issuer’s face, and applying to become one. */
export const issuerPart: ApiPart = { paths: {}, schemas: {} };
