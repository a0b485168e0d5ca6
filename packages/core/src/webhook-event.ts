/** What an issuer can be told of, by the names that messages carry. */
export const WEBHOOK_EVENTS = [
  'award.accepted',
  'credential.issued',
  'credential.revoked',
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

/** A message that a member sends to try a webhook; it tells of nothing. */
export const WEBHOOK_TEST = 'webhook.test';

export type WebhookMessageType = WebhookEventType | typeof WEBHOOK_TEST;
