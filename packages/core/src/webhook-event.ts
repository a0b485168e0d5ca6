/** What an issuer can be told of, by the names that messages carry. */
export const WEBHOOK_EVENTS = [
  'award.accepted',
  'credential.issued',
  'credential.revoked',
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];
