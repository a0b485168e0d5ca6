import { WebhookRequest } from '@laurel/contracts/webhook-request';
import { WEBHOOK_EVENTS } from '@laurel/core/webhook-event';
import { describe } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { readForm } from '../session/read-form.ts';
import { endWebhook } from './end-webhook.ts';
import { makeWebhook } from './make-webhook.ts';
import { findWebhook, listDeliveries, listWebhooks } from './read-webhooks.ts';
import { rollSecret } from './roll-secret.ts';
import { sendAgain, sendTest } from './send-by-hand.ts';
import { WebhookPage } from './webhook-page.tsx';
import { type WebhookFields, WebhooksPage } from './webhooks-page.tsx';

const DEFAULT_FIELDS: WebhookFields = { url: '', events: WEBHOOK_EVENTS };

/** Pages of webhooks, under an issuer’s desk. */
export const webhookPages = new Hono<MemberApp>();

webhookPages.use(requireScope('webhooks:write'));

webhookPages.get('/', (c) => webhooksPage(c, DEFAULT_FIELDS, NO_MISTAKES));

webhookPages.post('/', async (c) => {
  const { desk, member } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, '/webhooks');
  const fields = { url: form.value.get('url') ?? '', events: form.value.getAll('events') };
  const { messages } = readerOf(c.req.raw);
  const request = WebhookRequest.safeParse(fields);
  if (!request.success) {
    const wrong = new Set(request.error.issues.map(({ path: [field] }) => field));
    const sentences = [
      ['url', messages.message('webhook-address-not_an_address')],
      ['events', messages.message('webhooks-events-mistake')],
    ] as const;
    return webhooksPage(c, fields, new Map(sentences.filter(([field]) => wrong.has(field))));
  }
  const made = await makeWebhook(desk, member, request.data);
  if (made.ok) return webhookPage(c, made.value.id, { how: 'made', secret: made.value.secret });
  return made.failure.reason === 'webhook_address_refused'
    ? webhooksPage(c, fields, new Map([['url', describe(made.failure, messages).detail]]))
    : refuseMember(c, made.failure, '/webhooks');
});

webhookPages.get('/:id', (c) => webhookPage(c, c.req.param('id'), null));

webhookPages.post('/:id/secret', async (c) => {
  const { desk, member } = c.var;
  const id = c.req.param('id');
  const secret = await rollSecret(desk, member, id);
  return secret === null ? unknown(c) : webhookPage(c, id, { how: 'rolled', secret });
});

webhookPages.post('/:id/end', async (c) => {
  const { desk, member } = c.var;
  const ended = await endWebhook(desk, member, c.req.param('id'));
  return ended ? backTo(c, '/webhooks') : unknown(c);
});

webhookPages.post('/:id/deliveries', async (c) => {
  const { desk, member } = c.var;
  const id = c.req.param('id');
  const sent = await sendTest(desk, member, id);
  return sent.ok ? backTo(c, `/webhooks/${id}?done=sent`) : unknown(c);
});

webhookPages.post('/:id/deliveries/:delivery/again', async (c) => {
  const { desk, member } = c.var;
  const { id, delivery } = c.req.param();
  const again = await sendAgain(desk, member, id, delivery);
  return again.ok ? backTo(c, `/webhooks/${id}?done=sent`) : unknown(c);
});

function unknown(c: Context<MemberApp>): Promise<Response> {
  return refuseMember(c, { reason: 'webhook_unknown' }, '/webhooks');
}

function backTo(c: Context<MemberApp>, part: string): Response {
  return c.redirect(linkTo(deskPath(c.var.member.issuer, part), readerOf(c.req.raw)), 303);
}

async function webhooksPage(
  c: Context<MemberApp>,
  fields: WebhookFields,
  mistakes: Mistakes,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  return deskPage({
    title: reader.messages.message('desk-section-webhooks'),
    path: deskPath(member.issuer, '/webhooks'),
    reader,
    session: holder,
    member,
    section: 'webhooks',
    status: mistakes.size > 0 ? 422 : 200,
    children: (
      <WebhooksPage
        member={member}
        listed={await listWebhooks(desk, member.issuer, page)}
        page={page}
        fields={fields}
        mistakes={mistakes}
        reader={reader}
      />
    ),
  });
}

/** Also the answer to a form that made a secret: to lead on, it would have to be kept or stand in an address. */
async function webhookPage(
  c: Context<MemberApp>,
  id: string,
  told: { readonly how: 'made' | 'rolled'; readonly secret: string } | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const webhook = await findWebhook(desk, member.issuer, id);
  if (webhook === null) return unknown(c);
  const page = pageAsked(c.req.raw);
  return deskPage({
    title: reader.messages.message('desk-section-webhooks'),
    path: deskPath(member.issuer, `/webhooks/${id}`),
    reader,
    session: holder,
    member,
    section: 'webhooks',
    headers: { 'cache-control': 'no-store' },
    children: (
      <WebhookPage
        member={member}
        webhook={webhook}
        sent={await listDeliveries(desk, id, page)}
        page={page}
        justSent={c.req.query('done') === 'sent'}
        told={told}
        reader={reader}
      />
    ),
  });
}
