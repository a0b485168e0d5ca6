/** Webhooks that an issuer has in use at once. */
export const MAX_WEBHOOKS = 10;
