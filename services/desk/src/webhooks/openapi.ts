import type { ApiPart } from '../api/describe.ts';

/** What the API’s description says of webhooks. */
export const webhookPart: ApiPart = { paths: {}, schemas: {} };
