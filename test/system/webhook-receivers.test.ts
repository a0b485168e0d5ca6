import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAwardRequest, award } from '../support/awarding.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { type Receiver, startReceiver, until } from '../support/receiver.ts';
import { webhookApi } from '../support/webhooks.ts';

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
  made = await api.make(`${receiver.origin}/hook/${tests}`, ['award.accepted']);
});

test('a receiver that is slow holds up no awarding, and is given up on after 5 seconds', async () => {
  const open: (() => void)[] = [];
  receiver.answerWith((response) => open.push(() => response.destroy()));
  for (let at = 0; at < 12; at += 1) await api.call('POST', `/${made.webhook}/deliveries`);
  await until(() => open.length > 0);

  const recipients = [{ username: 'Not Kept Waiting' }];
  const report = await award(laurel, anAwardRequest({ consent: 'ask', recipients }));

  expect(report.counts).toMatchObject({ open: 1, queued: 0 });
  const meanwhile = await api.deliveriesOf(made.webhook);
  expect(meanwhile.map(({ lastAnswer }) => lastAnswer)).toEqual(Array(12).fill(null));
  await until(async () =>
    (await api.deliveriesOf(made.webhook)).some(({ lastAnswer }) => lastAnswer === 'timeout'),
  );
  for (const end of open) end();
});

test('a receiver that is down gets one attempt now and then, and not one for each message that waits', async () => {
  receiver.answerWith((response) => response.writeHead(500).end());
  for (let at = 0; at < 3; at += 1) {
    await api.call('POST', `/${made.webhook}/deliveries`);
    await receiver.messages(at + 1);
    await until(async () =>
      (await api.deliveriesOf(made.webhook)).every(({ lastAnswer }) => lastAnswer === '500'),
    );
  }
  await anAcceptedAward(laurel, 'Told Later One');
  await anAcceptedAward(laurel, 'Told Later Two');
  await laurel.runtime.tick();
  expect(receiver.received).toHaveLength(3);

  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  await store.prepare('update webhooks set held_until_seconds = 0').run();
  await laurel.runtime.tick();
  expect(receiver.received).toHaveLength(4);
});

test('a body of ten megabytes is not read', async () => {
  let written = 0;
  receiver.answerWith((response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const write = () => {
      while (written < 10 * 1024 * 1024 && !response.destroyed) {
        written += chunk.length;
        if (!response.write(chunk)) {
          response.once('drain', write);
          return;
        }
      }
      response.end();
    };
    response.on('error', () => {});
    write();
  });
  await api.call('POST', `/${made.webhook}/deliveries`);
  await until(async () => (await api.deliveriesOf(made.webhook))[0]?.state === 'delivered');
  expect((await api.deliveriesOf(made.webhook))[0]).toMatchObject({ lastAnswer: '200' });
  expect(written).toBeLessThan(9 * 1024 * 1024);
});
