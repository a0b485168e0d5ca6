import { WEBHOOK_EVENTS } from '@laurel/core/webhook-event';
import * as z from 'zod';

/** `POST /api/v1/issuers/{slug}/webhooks`. Whether the address may be sent to is judged beyond its shape. */
export const WebhookRequest = z.strictObject({
  url: z.string().trim().min(1).max(2_000),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(WEBHOOK_EVENTS.length),
});

export type WebhookRequest = z.infer<typeof WebhookRequest>;
