import type { Failure } from '@laurel/core/failure';
import { statusOf } from '@laurel/http/problem';
import { type Reader, readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { readForm } from '../session/read-form.ts';
import { IssuerKeysPage } from './issuer-keys-page.tsx';
import { issuersWithKeys, issuerWithKeys, ordersFor } from './key-listing.ts';
import { KEYS_PATH, KeysPage } from './keys-page.tsx';
import { momentField, momentIn } from './moment.ts';
import { orderRotation, orderStolen } from './order-keys.ts';
import { ConfirmStolenPage, StolenPage } from './stolen-page.tsx';

/** Issuers' keys for stewards: their dates and states, having new ones, and saying that one was stolen. */
export const keyPages = new Hono<HolderApp>();

keyPages.get('/', async (c) => {
  const page = pageAsked(c.req.raw);
  const listed = await issuersWithKeys(c.var.desk, page);
  return shown(c, '', (reader) => <KeysPage {...listed} page={page} reader={reader} />);
});

keyPages.get('/:slug', (c) => ofIssuer(c, c.req.param('slug'), null));

keyPages.post('/:slug/rotation', async (c) => {
  const { desk, holder } = c.var;
  const slug = c.req.param('slug');
  const ordered = await orderRotation(desk, holder.accountId, slug, null);
  return ordered.ok ? backTo(c, slug) : ofIssuer(c, slug, ordered.failure);
});

keyPages.get('/:slug/:key/compromise', (c) => {
  const { slug, key } = c.req.param();
  return stolen(c, slug, key, { since: momentField(c.var.desk.nowSeconds) });
});

keyPages.post('/:slug/:key/compromise', async (c) => {
  const { desk, holder } = c.var;
  const { slug, key } = c.req.param();
  const form = await readForm(c.req.raw);
  if (!form.ok) return stolen(c, slug, key, { since: '', failure: form.failure });
  const since = form.value.get('since') ?? '';
  const sinceSeconds = momentIn(since);
  if (sinceSeconds === null || sinceSeconds > desk.nowSeconds) {
    return stolen(c, slug, key, { since, wrong: true });
  }
  if (form.value.get('agree') !== 'yes') return confirm(c, slug, key, { since, sinceSeconds });
  const ordered = await orderStolen(desk, holder.accountId, slug, key, sinceSeconds);
  return ordered.ok ? backTo(c, slug) : stolen(c, slug, key, { since, failure: ordered.failure });
});

async function ofIssuer(
  c: Context<HolderApp>,
  slug: string,
  failure: Failure | null,
): Promise<Response> {
  const { desk } = c.var;
  const issuer = await issuerWithKeys(desk, slug);
  if (issuer === null) return c.notFound();
  const orders = await ordersFor(desk, slug);
  const { nowSeconds } = desk;
  const status = failure === null ? 200 : statusOf(failure.reason);
  return shown(
    c,
    `/${slug}`,
    (reader) => <IssuerKeysPage {...{ issuer, orders, failure, nowSeconds, reader }} />,
    status,
  );
}

type Sent = { readonly since: string; readonly wrong?: boolean; readonly failure?: Failure };

async function stolen(
  c: Context<HolderApp>,
  slug: string,
  keyId: string,
  { since, wrong = false, failure }: Sent,
): Promise<Response> {
  const issuer = await issuerWithKeys(c.var.desk, slug);
  if (!issuer?.keys.some(({ id }) => id === keyId)) return c.notFound();
  const status = failure === undefined ? 200 : statusOf(failure.reason);
  return shown(
    c,
    `/${slug}/${keyId}/compromise`,
    (reader) => (
      <StolenPage
        {...{ issuer, keyId, since, reader }}
        failure={failure ?? null}
        mistakes={
          wrong ? new Map([['since', reader.messages.message('keys-since-wrong')]]) : NO_MISTAKES
        }
      />
    ),
    wrong ? 422 : status,
  );
}

async function confirm(
  c: Context<HolderApp>,
  slug: string,
  keyId: string,
  moment: { readonly since: string; readonly sinceSeconds: number },
): Promise<Response> {
  const issuer = await issuerWithKeys(c.var.desk, slug);
  if (!issuer?.keys.some(({ id }) => id === keyId)) return c.notFound();
  return shown(c, `/${slug}/${keyId}/compromise`, (reader) => (
    <ConfirmStolenPage {...{ issuer, keyId, reader }} {...moment} />
  ));
}

function shown(
  c: Context<HolderApp>,
  path: string,
  children: (reader: Reader) => Child,
  status = 200,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('keys-title'),
    path: `${KEYS_PATH}${path}`,
    reader,
    session: c.var.holder,
    status,
    children: children(reader),
  });
}

function backTo(c: Context<HolderApp>, slug: string): Response {
  return c.redirect(linkTo(`${KEYS_PATH}/${slug}`, readerOf(c.req.raw)), 303);
}
