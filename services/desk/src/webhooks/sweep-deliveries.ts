import { webhookDeliveries, webhooks } from '@laurel/store/private/desk';
import { and, lte, notInArray, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { deliver } from './deliver.ts';

/** What one tick sends by itself at most, so that nothing waits for a queue that is down. */
const MAX_PER_SWEEP = 10;

/** What one tick hands to the queue at most. */
const MAX_HINTED = 500;

/** Of one webhook, so that a long backlog of one keeps no other waiting; of one that fails, a single try. */
const MAX_PER_WEBHOOK = 100;

/** A Worker keeps at most six connections open at once (Cloudflare Workers, "Limits"). */
const AT_ONCE = 5;

const KEPT_SECONDS = 30 * 86_400;

/** Sends what is due because its hint was lost, its time has come or it was cut off. */
export async function sweepDeliveries(deskNow: () => Desk): Promise<void> {
  const { store, nowSeconds, hintDeliveries } = deskNow();
  const due = await store.all<{ readonly id: string }>(sql`
    select id from (
      select d.id, d.due_at_seconds as due, w.failures,
        row_number() over (partition by d.webhook_id order by d.due_at_seconds, d.id) as place
      from ${webhookDeliveries} as d join ${webhooks} as w on w.id = d.webhook_id
      where d.state = 'waiting' and d.due_at_seconds <= ${nowSeconds}
        and d.leased_until_seconds <= ${nowSeconds}
        and w.ended_at_seconds is null and w.held_until_seconds <= ${nowSeconds}
    ) where place <= iif(failures > 0, 1, ${MAX_PER_WEBHOOK})
    order by place, due limit ${MAX_PER_SWEEP + MAX_HINTED}`);
  await hintDeliveries(due.slice(MAX_PER_SWEEP).map(({ id }) => id));
  const own = due.slice(0, MAX_PER_SWEEP);
  const defects: unknown[] = [];
  for (let at = 0; at < own.length; at += AT_ONCE) {
    const some = own.slice(at, at + AT_ONCE);
    await Promise.all(
      some.map(({ id }) => deliver(deskNow(), id).catch((defect: unknown) => defects.push(defect))),
    );
  }
  if (defects.length > 0) throw new AggregateError(defects, 'deliveries to webhooks failed');
}

/** Erases messages after 30 days, however they went, and webhooks that ended before then. */
export async function forgetDeliveries({ store, nowSeconds }: Desk): Promise<void> {
  const before = nowSeconds - KEPT_SECONDS;
  await store.batch([
    store.delete(webhookDeliveries).where(lte(webhookDeliveries.createdAtSeconds, before)),
    store
      .delete(webhooks)
      .where(
        and(
          lte(webhooks.endedAtSeconds, before),
          notInArray(
            webhooks.id,
            store.select({ id: webhookDeliveries.webhookId }).from(webhookDeliveries),
          ),
        ),
      ),
  ]);
}
