import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { aCredential, anAwardRequest, award, revoke } from '../support/awarding.ts';
import { callApi } from '../support/desk-calls.ts';
import { aHeldCredential, anAcceptedAward, anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { isSignedWith, type Receiver, startReceiver, until } from '../support/receiver.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { letDeliveriesBeDue, webhookApi } from '../support/webhooks.ts';

const ALL = ['award.accepted', 'credential.issued', 'credential.revoked'] as const;

let laurel: Laurel;
let receiver: Receiver;
let api: Awaited<ReturnType<typeof webhookApi>>;
let tests = 0;
let made: { readonly webhook: string; readonly secret: string };

beforeAll(async () => {
  receiver = await startReceiver();
  laurel = await startLaurel({ localWebhookOrigin: receiver.origin });
  api = await webhookApi(laurel);
});
afterAll(async () => {
  await laurel.stop();
  await receiver.close();
});

beforeEach(async () => {
  if (made !== undefined) await api.call('DELETE', `/${made.webhook}`);
  tests += 1;
  receiver.listenAt(`/hook/${tests}`);
  receiver.answerWith((response) => response.writeHead(204).end());
  made = await api.make(`${receiver.origin}/hook/${tests}`, ALL);
});

async function count(sql: string): Promise<number> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  return (await store.prepare(sql).first<number>('count')) ?? 0;
}

async function settledDelivery(state: string) {
  await until(async () => (await api.deliveriesOf(made.webhook))[0]?.state === state);
  const [delivery] = await api.deliveriesOf(made.webhook);
  if (delivery === undefined) throw new Error('there is no message');
  return delivery;
}

describe('what is told', () => {
  test('an award on paper is told as accepted and as signed, with its address, and then as revoked', async () => {
    const { page, award: id } = await aCredential(laurel);
    await receiver.messages(2);
    expect((await revoke(laurel, id, { reason: 'duplicate' })).status).toBe(200);
    const messages = await receiver.messages(3);

    const byType = new Map(messages.map((message) => [message.type, message.data]));
    const common = {
      issuer: laurel.issuer,
      award: id,
      achievement: 'training-workshop-participation',
      consent: 'paper',
      url: `${laurel.origin}/api/v1/awards/${id}`,
    };
    expect(byType.get('award.accepted')).toMatchObject(common);
    expect(byType.get('credential.issued')).toMatchObject({ ...common, credential: page });
    expect(byType.get('credential.revoked')).toMatchObject({
      ...common,
      credential: page,
      reason: 'duplicate',
    });
    expect(messages).toHaveLength(3);
  });

  test('an offer is told once it is accepted; neither what its holder makes of it nor that somebody declines is', async () => {
    const declined = await anOffer(laurel, 'Zainab Who Declines');
    const session = await signedIn(laurel, 'Zainab Who Declines');
    await session.post(`${declined.claim}/decline`);
    const { id: credential, award: accepted } = await aHeldCredential(
      laurel,
      'Wanjirũ Who Accepts',
    );
    await revoke(laurel, accepted, { reason: 'wrong_person' });

    const messages = await receiver.messages(2);
    expect(messages.map(({ type, data }) => [type, data.award])).toEqual([
      ['award.accepted', accepted],
      ['credential.revoked', accepted],
    ]);
    const said = JSON.stringify(receiver.received.map(({ body }) => body));
    expect(said).not.toContain(credential);
    expect(said).not.toContain(declined.award);
    expect(
      await count(
        `select count(*) as count from webhook_deliveries where body like '%${declined.award}%'`,
      ),
    ).toBe(0);
  });

  test('no message holds a name or an account id', async () => {
    const username = 'Ngozi Named Nowhere';
    await anAcceptedAward(laurel, username);
    await award(laurel, anAwardRequest({ recipients: [{ username: 'Another Name Kept' }] }));
    await receiver.messages(3);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    const { results } = await store
      .prepare("select id from accounts where username in (?, 'Another Name Kept')")
      .bind(username)
      .all<{ id: string }>();
    expect(results).toHaveLength(2);
    const said = JSON.stringify(receiver.received);
    for (const secret of [...results.map(({ id }) => id), username, 'Another Name']) {
      expect(said).not.toContain(secret);
    }
  });

  test('accepting twice is told once, and what was accepted before the webhook was made is not', async () => {
    const offer = await anOffer(laurel, 'Twice Accepting');
    const session = await signedIn(laurel, 'Twice Accepting');
    await session.post(`${offer.claim}/accept`);
    await receiver.messages(1);
    await session.post(`${offer.claim}/accept`);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    await store.prepare('update awards set decided_at_seconds = decided_at_seconds - 60').run();
    const later = await api.make(`${receiver.origin}/later`, ALL);
    await session.post(`${offer.claim}/accept`);

    expect(await api.deliveriesOf(made.webhook)).toHaveLength(1);
    expect(await api.deliveriesOf(later.webhook)).toEqual([]);
    await api.call('DELETE', `/${later.webhook}`);
  });

  test('accepting once more, long after its message was erased, is not told', async () => {
    const offer = await anOffer(laurel, 'Presses Back Later');
    const session = await signedIn(laurel, 'Presses Back Later');
    await session.post(`${offer.claim}/accept`);
    await receiver.messages(1);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    await store.batch([
      store.prepare('delete from webhook_deliveries'),
      store.prepare('update awards set decided_at_seconds = decided_at_seconds - 31 * 86400'),
      store.prepare('update webhooks set created_at_seconds = created_at_seconds - 60 * 86400'),
    ]);
    expect((await session.post(`${offer.claim}/accept`)).status).toBe(303);
    expect(await api.deliveriesOf(made.webhook)).toEqual([]);
  });

  test('a batch that is revoked is told award by award, and what was revoked before not again', async () => {
    const recipients = [1, 2, 3].map((at) => ({ username: `Batched Away ${at}` }));
    const report = await award(laurel, anAwardRequest({ recipients }));
    const ids = report.recipients.map(({ award: id }) => id ?? '');
    await receiver.messages(6);
    await revoke(laurel, ids[0] ?? '', { reason: 'duplicate' });
    await receiver.messages(7);
    const later = await api.make(`${receiver.origin}/later`, ALL);
    const path = `/batches/${report.batch}/revocations`;
    const asked = await callApi(laurel, 'POST', path, { reason: 'issued_in_error' });
    const { revocation } = (await asked.json()) as { revocation: string };
    const another = 'Agrees to Revoke';
    await aMember(laurel, another, ['admin']);
    const endsAtSeconds = Math.floor(Date.now() / 1000) + 86_400;
    const token = await laurel.stewardship.makeToken(
      laurel.issuer,
      accountIdOf(another),
      ['awards:revoke'],
      endsAtSeconds,
    );
    const confirmation = `${path}/${revocation}/confirmation`;
    expect((await callApi(laurel, 'POST', confirmation, undefined, token)).status).toBe(204);
    const messages = await receiver.messages(9);
    await laurel.runtime.tick();

    const revoked = messages.filter(({ type }) => type === 'credential.revoked');
    expect(revoked.map(({ data }) => data.award).sort()).toEqual([...ids].sort());
    expect(receiver.received).toHaveLength(9);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    const { results } = await store
      .prepare(
        "select body ->> '$.data.award' as award from webhook_deliveries where webhook_id = ?",
      )
      .bind(later.webhook)
      .all();
    expect(results.map(({ award: id }) => id).sort()).toEqual(ids.slice(1).sort());
    await api.call('DELETE', `/${later.webhook}`);
  });

  test('a webhook is told only of what it asked for', async () => {
    const picky = await api.make(`${receiver.origin}/picky`, ['credential.revoked']);
    await aCredential(laurel);
    await receiver.messages(2);
    expect(await api.deliveriesOf(picky.webhook)).toEqual([]);
    await api.call('DELETE', `/${picky.webhook}`);
  });
});

describe('how it is sent', () => {
  test('signed, by a POST of JSON that names us and no browser', async () => {
    await anAcceptedAward(laurel, 'Signed For');
    await receiver.messages(1);
    const [one] = receiver.received;
    if (one === undefined) throw new Error('nothing came');
    expect(isSignedWith(made.secret, one)).toBe(true);
    expect(isSignedWith(made.secret, { ...one, body: `${one.body} ` })).toBe(false);
    expect(isSignedWith('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', one)).toBe(false);
    expect(one.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^Laurel-Webhooks\/\d/),
    });
    expect(one.headers.cookie ?? one.headers.authorization).toBeUndefined();
  });

  test('a secret that was rolled signs beside the new one for a day, and an older one no more', async () => {
    const roll = async () =>
      ((await (await api.call('POST', `/${made.webhook}/secret`)).json()) as { secret: string })
        .secret;
    const second = await roll();
    const third = await roll();
    await api.call('POST', `/${made.webhook}/deliveries`);
    await receiver.messages(1);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    await store
      .prepare(
        'update webhooks set previous_secret_ends_at_seconds = previous_secret_ends_at_seconds - 86400',
      )
      .run();
    await api.call('POST', `/${made.webhook}/deliveries`);
    await receiver.messages(2);

    const signedWith = receiver.received.map((one) =>
      [made.secret, second, third].map((secret) => isSignedWith(secret, one)),
    );
    expect(signedWith).toEqual([
      [false, true, true],
      [false, false, true],
    ]);
  });

  test('a message that fails is tried again under the same id, at first after 5 seconds and by itself', async () => {
    let answered = 0;
    receiver.answerWith((response) => response.writeHead(answered++ === 0 ? 500 : 200).end());
    await api.call('POST', `/${made.webhook}/deliveries`);
    await receiver.messages(2);

    const delivery = await settledDelivery('delivered');
    expect(delivery).toMatchObject({ attempts: 2, lastAnswer: '200' });
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      delivery.delivery,
      delivery.delivery,
    ]);
    const [first, second] = receiver.received.map(({ headers }) =>
      Number(headers['webhook-timestamp']),
    );
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(5);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
  });

  test('after ten attempts a message is given up, and can be sent again by hand', async () => {
    receiver.answerWith((response) => response.writeHead(503).end());
    await api.call('POST', `/${made.webhook}/deliveries`);
    for (let attempts = 1; attempts <= 10; attempts += 1) {
      await until(
        async () =>
          (await api.deliveriesOf(made.webhook))[0]?.attempts === attempts &&
          (await count(
            'select count(*) as count from webhook_deliveries where leased_until_seconds > 0',
          )) === 0,
      );
      await letDeliveriesBeDue(laurel);
      await laurel.runtime.tick();
    }
    const givenUp = await settledDelivery('given_up');
    expect(givenUp).toMatchObject({ attempts: 10, lastAnswer: '503' });
    const [shown] = ((await (await api.call('GET')).json()) as { webhooks: { failures: number }[] })
      .webhooks;
    expect(shown?.failures).toBe(10);

    receiver.answerWith((response) => response.writeHead(200).end());
    const again = await api.call('POST', `/${made.webhook}/deliveries/${givenUp.delivery}/again`);
    expect(again.status).toBe(204);
    expect(await settledDelivery('delivered')).toMatchObject({ delivery: givenUp.delivery });
  });

  test('when the queue loses the hint, a sweep sends it', async () => {
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    await store
      .prepare(
        "insert into webhook_deliveries (id, webhook_id, event, body, created_at_seconds, attempts, state) values ('left-behind', ?, 'webhook.test', '{}', ?, 0, 'waiting')",
      )
      .bind(made.webhook, Math.floor(Date.now() / 1000))
      .run();
    await laurel.runtime.tick();
    expect(await settledDelivery('delivered')).toMatchObject({ delivery: 'left-behind' });
  });

  test('a receiver that answers 410 ends its webhook, and nothing waits for it any more', async () => {
    receiver.answerWith((response) => response.writeHead(410).end());
    await api.call('POST', `/${made.webhook}/deliveries`);
    await settledDelivery('given_up');
    const shown = await (await api.call('GET', `/${made.webhook}`)).json();
    expect(shown).toMatchObject({ endedBy: 'receiver' });
    expect((await api.call('POST', `/${made.webhook}/deliveries`)).status).toBe(404);
    expect(
      await count(
        `select count(*) as count from webhooks where id = '${made.webhook}' and secret <> ''`,
      ),
    ).toBe(0);
  });

  test('a webhook that was ended gets nothing, not even what waited', async () => {
    receiver.answerWith((response) => response.writeHead(500).end());
    await api.call('POST', `/${made.webhook}/deliveries`);
    await receiver.messages(1);
    expect((await api.call('DELETE', `/${made.webhook}`)).status).toBe(204);
    await letDeliveriesBeDue(laurel);
    await anAcceptedAward(laurel, 'After The End');
    await laurel.runtime.tick();

    expect(receiver.received).toHaveLength(1);
    expect(await api.deliveriesOf(made.webhook)).toMatchObject([
      { state: 'given_up', lastAnswer: 'ended' },
    ]);
    expect((await api.call('DELETE', `/${made.webhook}`)).status).toBe(404);
  });

  test('messages are erased after 30 days, and a webhook that ended then', async () => {
    await api.call('POST', `/${made.webhook}/deliveries`);
    await settledDelivery('delivered');
    await api.call('DELETE', `/${made.webhook}`);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    await store.batch([
      store.prepare(
        'update webhook_deliveries set created_at_seconds = created_at_seconds - 2592000',
      ),
      store.prepare('update webhooks set ended_at_seconds = ended_at_seconds - 2592000'),
    ]);
    await laurel.runtime.tick();

    expect(await count('select count(*) as count from webhook_deliveries')).toBe(0);
    expect(await count('select count(*) as count from webhooks')).toBe(0);
  });
});
