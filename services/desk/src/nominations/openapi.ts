import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of nominations. */
export const nominationPart: ApiPart = { paths: {}, schemas: {} };
