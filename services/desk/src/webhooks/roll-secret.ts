import { webhooks } from '@laurel/store/private/desk';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { freshSecret, PREVIOUS_SECRET_SECONDS } from './secret.ts';

/**
 * Gives a webhook another secret, and tells it this once. The one before it signs too for a day; an
 * older one no more. Null where the issuer has no webhook of this id that is in use.
 */
export async function rollSecret(desk: Desk, actor: Actor, id: string): Promise<string | null> {
  const { store, nowSeconds } = desk;
  const secret = freshSecret();
  const entry = auditing(
    desk,
    { issuer: actor.issuer, actor: actor.accountId, act: 'webhook_secret_rolled', subject: id },
    { ifChanged: true },
  );
  const [, rolled] = await store.batch([
    entry.before,
    store
      .update(webhooks)
      .set({
        secret,
        previousSecret: sql`${webhooks.secret}`,
        previousSecretEndsAtSeconds: nowSeconds + PREVIOUS_SECRET_SECONDS,
      })
      .where(
        and(
          eq(webhooks.id, id),
          eq(webhooks.issuer, actor.issuer),
          isNull(webhooks.endedAtSeconds),
        ),
      )
      .returning({ id: webhooks.id }),
    entry.after,
  ]);
  return rolled.length > 0 ? secret : null;
}
