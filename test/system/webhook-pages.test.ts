import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { isSignedWith, type Receiver, startReceiver, until } from '../support/receiver.ts';
import { letDeliveriesBeDue, webhookApi } from '../support/webhooks.ts';

const EVENTS = [
  ['events', 'award.accepted'],
  ['events', 'credential.issued'],
] as const;

let laurel: Laurel;
let receiver: Receiver;
let admin: BrowserSession;
let path: string;

beforeAll(async () => {
  receiver = await startReceiver();
  laurel = await startLaurel({ localWebhookOrigin: receiver.origin });
  admin = await aMember(laurel, 'Admin with Programs', ['admin']);
  path = `/desk/issuers/${laurel.issuer}/webhooks`;
});
afterAll(async () => {
  await laurel.stop();
  await receiver.close();
});

const secretIn = (page: string) => /whsec_[A-Za-z0-9+/]{43}=/.exec(page)?.[0] ?? '';

async function make() {
  const answer = await admin.post(path, [['url', `${receiver.origin}/hook`], ...EVENTS]);
  const page = await answer.text();
  const id = /webhooks\/(\w+)\/end/.exec(page)?.[1] ?? '';
  return { answer, page, id, secret: secretIn(page) };
}

test('a webhook is made, tried, given another secret and ended by pages; a secret is told once', async () => {
  const { answer, id, secret } = await make();
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(secret).not.toBe('');
  expect(await (await admin.get(`${path}/${id}`)).text()).not.toContain(secret);

  receiver.answerWith((response) => response.writeHead(418).end());
  const sent = await admin.post(`${path}/${id}/deliveries`);
  expect(sent.headers.get('location')).toBe(`${path}/${id}?done=sent`);
  await until(async () =>
    (await (await admin.get(`${path}/${id}`)).text()).includes('last answer: 418'),
  );
  const [first] = receiver.received;
  expect(first !== undefined && isSignedWith(secret, first)).toBe(true);

  const failing = await (await admin.get(path)).text();
  expect(failing).toContain('The last attempt to send failed.');
  receiver.answerWith((response) => response.writeHead(200).end());
  const delivery = /deliveries\/(\w+)\/again/.exec(
    await (await admin.get(`${path}/${id}`)).text(),
  )?.[1];
  expect((await admin.post(`${path}/${id}/deliveries/${delivery}/again`)).status).toBe(303);
  await until(async () => (await (await admin.get(`${path}/${id}`)).text()).includes('delivered'));

  const rolled = secretIn(await (await admin.post(`${path}/${id}/secret`)).text());
  expect(rolled).not.toBe('');
  expect(rolled).not.toBe(secret);

  expect((await admin.post(`${path}/${id}/end`)).status).toBe(303);
  expect((await admin.post(`${path}/${id}/end`)).status).toBe(404);
  expect((await admin.post(`${path}/${id}/secret`)).status).toBe(404);
  expect(await (await admin.get(`${path}/${id}`)).text()).not.toContain('/again');

  const trail = await (await admin.get(`/desk/issuers/${laurel.issuer}/audit`)).text();
  for (const act of ['Made a webhook', 'Made a new secret for a webhook', 'Ended a webhook']) {
    expect(trail).toContain(act);
  }
});

test('what was typed stays when it is refused, with the mistake beside it', async () => {
  const refused = await admin.post(path, [['url', 'https://10.0.0.7/hook'], ...EVENTS]);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('value="https://10.0.0.7/hook"');
  expect(page).toContain('href="#field-url"');
  expect(page).toContain('does not lead to a place that the whole internet can reach');
  expect(page).toMatch(/value="credential.issued" checked/);
  expect(page).not.toMatch(/value="credential.revoked" checked/);

  const nothing = await admin.post(path, { url: `${receiver.origin}/hook` });
  expect(await nothing.text()).toContain('href="#field-events"');
});

test('a group has ten at most, and an eleventh is refused whoever else is quick', async () => {
  const made = await Promise.all(Array.from({ length: 14 }, make));
  expect(made.filter(({ secret }) => secret !== '')).toHaveLength(10);
  expect(made.filter(({ answer }) => answer.status === 409)).toHaveLength(4);
  for (const { id } of made) if (id !== '') await admin.post(`${path}/${id}/end`);
});

test('another group neither sees, ends, rolls, tries nor repeats anything of it, by page or API', async () => {
  const { id } = await make();
  await admin.post(`${path}/${id}/deliveries`);
  const page = async () => (await admin.get(`${path}/${id}`)).text();
  await until(async () => (await page()).includes('delivered'));
  const delivery = /deliveries\/(\w+)\/again/.exec(await page())?.[1];
  receiver.received.length = 0;
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  const theirs = '/desk/issuers/other-group/webhooks';
  for (const part of ['end', 'secret', 'deliveries', `deliveries/${delivery}/again`]) {
    expect((await stranger.post(`${theirs}/${id}/${part}`)).status).toBe(404);
  }
  expect((await stranger.get(`${theirs}/${id}`)).status).toBe(404);

  const api = await webhookApi(laurel);
  const foreign = await fetch(`${laurel.url}/api/v1/issuers/other-group/webhooks`, {
    headers: { authorization: `Bearer ${laurel.token}` },
  });
  expect(foreign.status).toBe(403);
  expect((await api.call('GET', `/${id}`)).status).toBe(200);
  const json = { accept: 'application/json' };
  const bySession = `/api/v1/issuers/${laurel.issuer}/webhooks/${id}`;
  expect((await stranger.get(bySession, json)).status).toBe(404);
  expect(await (await stranger.get(bySession, json)).json()).toMatchObject({
    type: `${laurel.origin}/problems/desk_unknown`,
  });
  const awarder = await aMember(laurel, 'Only an Awarder', ['awarder']);
  expect((await awarder.get(path)).status).toBe(403);
  expect(receiver.received).toEqual([]);
  expect(await page()).toContain('delivered');
});

test('a message that was written down and not sent when everything was killed is sent afterwards', async () => {
  const persistTo = mkdtempSync(join(tmpdir(), 'laurel-webhooks-'));
  const before = await startLaurel({ persistTo, localWebhookOrigin: receiver.origin });
  const { webhook, secret } = await (await webhookApi(before)).make(`${receiver.origin}/killed`, [
    'award.accepted',
  ]);
  receiver.received.length = 0;
  receiver.answerWith(() => {});
  await (await webhookApi(before)).call('POST', `/${webhook}/deliveries`);
  await until(() => receiver.received.length === 1);
  await before.stop();

  receiver.answerWith((response) => response.writeHead(200).end());
  const after = await startLaurel({ persistTo, localWebhookOrigin: receiver.origin });
  await letDeliveriesBeDue(after);
  await after.runtime.tick();
  const [interrupted, sent] = receiver.received;
  expect(receiver.received).toHaveLength(2);
  expect(sent?.headers['webhook-id']).toBe(interrupted?.headers['webhook-id']);
  expect(sent !== undefined && isSignedWith(secret, sent)).toBe(true);
  const api = await webhookApi(after);
  expect(await api.deliveriesOf(webhook)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  await after.stop();
  rmSync(persistTo, { recursive: true, force: true });
});
