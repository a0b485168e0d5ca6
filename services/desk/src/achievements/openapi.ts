import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of an issuer’s achievements. */
export const achievementPart: ApiPart = { paths: {}, schemas: {} };
