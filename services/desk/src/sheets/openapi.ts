import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of lists of people on their way to a batch. */
export const sheetPart: ApiPart = { paths: {}, schemas: {} };
