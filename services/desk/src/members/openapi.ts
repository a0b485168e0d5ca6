import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of members and their grants. */
export const memberPart: ApiPart = { paths: {}, schemas: {} };
