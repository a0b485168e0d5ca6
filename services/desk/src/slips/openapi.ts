import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of slips. */
export const slipPart: ApiPart = { paths: {}, schemas: {} };
