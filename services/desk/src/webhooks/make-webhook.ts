import type { WebhookRequest } from '@laurel/contracts/webhook-request';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { publicUrl, resolvesToPublic } from '@laurel/http/public-address';
import { webhooks } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { MAX_WEBHOOKS } from './max-webhooks.ts';
import { freshSecret } from './secret.ts';
import type { Sending } from './sending.ts';

/** Somebody waits for it, with a form in front of them. */
const RESOLVE_TIMEOUT_MS = 3_000;

/** Makes a webhook. Its secret is told here and nowhere else. */
export async function makeWebhook(
  desk: Desk,
  actor: Actor,
  { url, events }: WebhookRequest,
): Promise<Result<{ readonly id: string; readonly secret: string }, Failure>> {
  const { store, nowSeconds } = desk;
  const address = await mayBeSentTo(desk.sending, url);
  if (!address.ok) return address;
  const [id, secret] = [freshId(), freshSecret()];
  const entry = auditing(
    desk,
    { issuer: actor.issuer, actor: actor.accountId, act: 'webhook_made', subject: id },
    { ifChanged: true },
  );
  const [, made] = await store.batch([
    entry.before,
    store
      .insert(webhooks)
      .select(
        sql`select ${id}, ${actor.issuer}, ${address.value}, ${secret}, null, null,
          ${JSON.stringify([...new Set(events)])}, ${actor.accountId}, ${nowSeconds}, null, null, 0, 0
        where (select count(*) from ${webhooks} where ${webhooks.issuer} = ${actor.issuer}
          and ${webhooks.endedAtSeconds} is null) < ${MAX_WEBHOOKS}`,
      )
      .returning({ id: webhooks.id }),
    entry.after,
  ]);
  return made.length > 0
    ? ok({ id, secret })
    : refuse({ reason: 'too_many_webhooks', most: MAX_WEBHOOKS });
}

/** An address that cannot be resolved just now is judged when something is sent to it. */
async function mayBeSentTo(
  { localOrigins, resolver }: Sending,
  written: string,
): Promise<Result<string, Failure>> {
  const url = publicUrl(written, localOrigins);
  if (!url.ok) return refuse({ reason: 'webhook_address_refused', why: url.failure });
  if (resolver !== null && !localOrigins.includes(url.value.origin)) {
    const signal = AbortSignal.timeout(RESOLVE_TIMEOUT_MS);
    const isPublic = await resolvesToPublic(url.value, resolver, signal).catch(() => true);
    if (!isPublic) return refuse({ reason: 'webhook_address_refused', why: 'not_public' });
  }
  return ok(url.value.href);
}
