import { webhookDeliveries, webhooks } from '@laurel/store/private/desk';
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

/** Statements that end a webhook: nothing more is sent to it, and its secrets are erased. */
export function endingWebhook(
  { store, nowSeconds }: Desk,
  id: string,
  endedBy: 'member' | 'receiver',
) {
  return [
    store
      .update(webhookDeliveries)
      .set({ state: 'given_up', lastAnswer: 'ended' })
      .where(and(eq(webhookDeliveries.webhookId, id), eq(webhookDeliveries.state, 'waiting'))),
    store
      .update(webhooks)
      .set({
        endedAtSeconds: nowSeconds,
        endedBy,
        secret: '',
        previousSecret: null,
        previousSecretEndsAtSeconds: null,
      })
      .where(and(eq(webhooks.id, id), isNull(webhooks.endedAtSeconds)))
      .returning({ id: webhooks.id }),
  ] as const;
}

/** Ends a webhook of the issuer for good. False where it has none of this id that is in use. */
export async function endWebhook(desk: Desk, actor: Actor, id: string): Promise<boolean> {
  const { store } = desk;
  const [own] = await store
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(eq(webhooks.id, id), eq(webhooks.issuer, actor.issuer)));
  if (own === undefined) return false;
  const entry = auditing(
    desk,
    { issuer: actor.issuer, actor: actor.accountId, act: 'webhook_ended', subject: id },
    { ifChanged: true },
  );
  const [, , ended] = await store.batch([
    entry.before,
    ...endingWebhook(desk, id, 'member'),
    entry.after,
  ]);
  return ended.length > 0;
}
