import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { type Receiver, startReceiver, until } from '../support/receiver.ts';
import { type ResolverStandIn, startResolver } from '../support/resolver.ts';
import { webhookApi } from '../support/webhooks.ts';

const PUBLIC = '93.184.216.34';

let laurel: Laurel;
let receiver: Receiver;
let inside: Receiver;
let resolver: ResolverStandIn;
let api: Awaited<ReturnType<typeof webhookApi>>;

beforeAll(async () => {
  [receiver, inside, resolver] = await Promise.all([
    startReceiver(),
    startReceiver(),
    startResolver(),
  ]);
  laurel = await startLaurel({
    localWebhookOrigin: receiver.origin,
    webhookResolverUrl: resolver.url,
  });
  api = await webhookApi(laurel);
});
afterAll(async () => {
  await laurel.stop();
  await Promise.all([receiver.close(), inside.close(), resolver.close()]);
});

async function lastAnswerOf(webhook: string): Promise<string | null> {
  const answered = async () => (await api.deliveriesOf(webhook))[0]?.lastAnswer ?? null;
  await until(async () => (await answered()) !== null);
  return answered();
}

/** What becomes of a test that is sent to a webhook. */
async function sendingTo(webhook: string): Promise<string | null> {
  expect((await api.call('POST', `/${webhook}/deliveries`)).status).toBe(202);
  return lastAnswerOf(webhook);
}

describe('no webhook is made', () => {
  test.each([
    ['http://tools.example.org/hook', 'not_https'],
    ['https://127.0.0.1/hook', 'not_public'],
    ['https://2852039166/latest/meta-data', 'not_public'],
    ['https://[::ffff:169.254.169.254]/', 'not_public'],
    ['https://metadata.google.internal/', 'not_public'],
    ['https://laurel-signer/', 'not_public'],
    ['https://somebody:word@tools.example.org/', 'userinfo'],
    ['https://tools.example.org:25/', 'port'],
    ['tools.example.org', 'not_an_address'],
  ])('for %s: %s', async (url, why) => {
    const refused = await api.call('POST', '', { url, events: ['award.accepted'] });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      type: `${laurel.origin}/problems/webhook_address_refused`,
      why,
    });
  });

  test('for another local port than the one that is allowed', async () => {
    const url = `${inside.origin}/hook`;
    expect((await api.call('POST', '', { url, events: ['award.accepted'] })).status).toBe(422);
  });

  test.each(
    [['127.0.0.1'], [PUBLIC, '10.0.0.1'], ['::ffff:192.168.0.1'], []].map((addresses) => ({
      addresses,
    })),
  )('for a name that leads to $addresses', async ({ addresses }) => {
    resolver.know('inward.example', addresses);
    const url = 'https://inward.example/hook';
    const refused = await api.call('POST', '', { url, events: ['award.accepted'] });
    expect(await refused.json()).toMatchObject({ status: 422, why: 'not_public' });
  });
});

describe('nothing is sent', () => {
  test('to a name that has come to lead inside since the webhook was made', async () => {
    resolver.know('rebound.example', [PUBLIC]);
    const { webhook } = await api.make('https://rebound.example/hook', ['award.accepted']);
    resolver.know('rebound.example', ['169.254.169.254']);
    expect(await sendingTo(webhook)).toBe('not_public');
  });

  test('where the resolver does not answer, until it does', async () => {
    resolver.know('unknown.example', null);
    const { webhook } = await api.make('https://unknown.example/hook', ['award.accepted']);
    expect(await sendingTo(webhook)).toBe('unresolved');
    expect(await api.deliveriesOf(webhook)).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  });

  test('to an address that was allowed when it was written down and is not any more', async () => {
    const { webhook } = await api.make(`${receiver.origin}/hook`, ['award.accepted']);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    await store
      .prepare('update webhooks set url = ? where id = ?')
      .bind(`${inside.origin}/hook`, webhook)
      .run();
    expect(await sendingTo(webhook)).toBe('not_public');
    expect(inside.received).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])(
    'after a redirect (%i), wherever it leads',
    async (status) => {
      const { webhook } = await api.make(`${receiver.origin}/hook`, ['award.accepted']);
      for (const location of ['http://169.254.169.254/latest/meta-data', `${inside.origin}/in`]) {
        receiver.answerWith((response) => response.writeHead(status, { location }).end());
        receiver.received.length = 0;
        expect(await sendingTo(webhook)).toBe(String(status));
        expect(receiver.received).toHaveLength(1);
      }
      expect(inside.received).toEqual([]);
      await api.call('DELETE', `/${webhook}`);
    },
  );
});

test('the one local origin is not asked of the resolver', () => {
  expect(resolver.asked).not.toContain('127.0.0.1');
});
