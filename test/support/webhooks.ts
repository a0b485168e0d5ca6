import * as z from 'zod';
import { accountIdOf, ORGANIZER } from '../../development/demonstration/seed.ts';
import type { Laurel } from './laurel.ts';

const SECONDS_PER_DAY = 86_400;

const Made = z.object({ webhook: z.string(), secret: z.string() });

const Deliveries = z.object({
  total: z.number(),
  deliveries: z.array(
    z.object({
      delivery: z.string(),
      event: z.string(),
      state: z.string(),
      attempts: z.number(),
      lastAnswer: z.string().nullable(),
    }),
  ),
});

/** Calls the API of webhooks of the demonstration issuer with a token that may. */
export async function webhookApi(laurel: Laurel) {
  const token = await laurel.stewardship.makeToken(
    laurel.issuer,
    accountIdOf(ORGANIZER),
    ['webhooks:write'],
    Math.floor(Date.now() / 1000) + SECONDS_PER_DAY,
  );
  const call = (method: string, path = '', body?: object): Promise<Response> =>
    fetch(`${laurel.url}/api/v1/issuers/${laurel.issuer}/webhooks${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    call,
    make: async (url: string, events: readonly string[]) => {
      const made = await call('POST', '', { url, events });
      if (made.status !== 201) throw new Error(await made.text());
      return Made.parse(await made.json());
    },
    deliveriesOf: async (webhook: string) =>
      Deliveries.parse(await (await call('GET', `/${webhook}/deliveries`)).json()).deliveries,
  };
}

/** Makes every message that waits for its time due now, as it would be after that time. */
export async function letDeliveriesBeDue(laurel: Laurel): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  await store.batch([
    store.prepare('update webhook_deliveries set due_at_seconds = 0, leased_until_seconds = 0'),
    store.prepare('update webhooks set held_until_seconds = 0'),
  ]);
}
