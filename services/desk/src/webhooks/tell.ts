import { paperRequestKey } from '@laurel/contracts/signer-rpc';
import { credentialUrl } from '@laurel/core/addresses';
import type { WebhookEventType } from '@laurel/core/webhook-event';
import { awards, intents, webhookDeliveries, webhooks } from '@laurel/store/private/desk';
import { type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/**
 * A statement that writes down one message for every webhook of the awards' issuers that asked for this
 * event, and answers their ids. It belongs into the transaction of the change it tells of, or into one that is
 * repeated until it succeeds: an event about the same thing is written once, however often it is told.
 *
 * What is told is what the issuer can see by pages and the API: ids and addresses, and never a person.
 * Of credentials it sees those alone that were made on paper: one that its holder made is the holder's,
 * and is not told of, not even without its address. The moment would be enough to find it
 * again by its signature's time, and to know whose a credential without a name is.
 *
 * @param which a condition on `awards`.
 */
export function telling(desk: Desk, event: WebhookEventType, which: SQL) {
  const { store, nowSeconds, origin } = desk;
  const { subject, standing, more } = ofEvent(event, origin);
  const timestamp = new Date(nowSeconds * 1000).toISOString();
  return store
    .insert(webhookDeliveries)
    .select(
      sql`
    select lower(hex(randomblob(12))), told.webhook, ${event}, told.subject, told.body, ${nowSeconds},
      ${nowSeconds}, 0, 0, 'waiting', null, null
    from (
      select ${webhooks.id} as webhook, ${subject} as subject, json_object('type', ${event}, 'timestamp', ${timestamp}, 'data', json_patch(json_object(
          'issuer', ${awards.issuer}, 'award', ${awards.id}, 'batch', ${awards.batchId},
          'achievement', ${awards.achievementSlug}, 'consent', ${awards.consent},
          'url', ${`${origin}/api/v1/awards/`} || ${awards.id}), ${more})) as body
      from ${webhooks}
      join ${awards} on ${awards.issuer} = ${webhooks.issuer}
      left join ${intents} on ${intents.state} = 'released' and ${awards.consent} = 'paper'
        and ${intents.requestKey} = ${paperRequestKey('')} || ${awards.id}
      where ${webhooks.endedAtSeconds} is null and ${which} and ${standing}
        and exists (select 1 from json_each(${webhooks.events}) where value = ${event})
    ) as told
    where true`,
    )
    .onConflictDoNothing()
    .returning({ id: webhookDeliveries.id });
}

type OfEvent = {
  /** What the event is about: of each, it is told once. */
  readonly subject: SQL;
  /** What has to be so for it to be told. */
  readonly standing: SQL;
  /** A JSON object with what only this event has. */
  readonly more: SQL;
};

/** Nothing is told of what was decided before the webhook was made. */
const SINCE = sql`${awards.decidedAtSeconds} >= ${webhooks.createdAtSeconds}`;

function ofEvent(event: WebhookEventType, origin: string): OfEvent {
  const credential = sql`${credentialUrl(origin, '')} || ${intents.credentialId}`;
  switch (event) {
    case 'award.accepted':
      return {
        subject: sql`${awards.id}`,
        standing: sql`${awards.state} in ('accepted', 'revoked') and ${SINCE}`,
        more: sql`'{}'`,
      };
    case 'credential.issued':
      return {
        subject: sql`${intents.credentialId}`,
        standing: sql`${intents.credentialId} is not null and ${SINCE}`,
        more: sql`json_object('credential', ${credential})`,
      };
    case 'credential.revoked':
      return {
        subject: sql`${awards.id}`,
        standing: sql`${awards.state} = 'revoked'`,
        // A null among the members is left out by `json_patch` (RFC 7396).
        more: sql`json_object('reason', ${awards.revocationReason}, 'credential', ${credential})`,
      };
  }
}
