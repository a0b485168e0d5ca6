import { KeyCompromise, KeyRotation } from '@laurel/contracts/key-requests';
import type { IssuerKey } from '@laurel/contracts/signer-rpc';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { onlyAllowing, privateJson, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { forSteward } from '../stewards/for-steward.ts';
import {
  type IssuerWithKeys,
  issuersWithKeys,
  issuerWithKeys,
  type KeyOrder,
  ordersFor,
} from './key-listing.ts';
import { orderRotation, orderStolen } from './order-keys.ts';

const MAX_REQUEST_BYTES = 4 * 1024;

/** The API of issuers' keys, for stewards by session, under `/api/v1/stewards/keys`. */
export const keyApi = new Hono<DeskApp>();

keyApi.get(
  '/',
  forSteward(async (c) => {
    const page = pageAsked(c.req.raw);
    const { issuers, total } = await issuersWithKeys(c.var.desk, page);
    return privateJson({ page, pages: pagesIn(total), total, issuers: issuers.map(issuerJson) });
  }),
);

keyApi.get(
  '/:slug',
  forSteward(async (c) => {
    const slug = c.req.param('slug') ?? '';
    const issuer = await issuerWithKeys(c.var.desk, slug);
    if (issuer === null) return refusal(c, { reason: 'page_unknown' });
    const orders = (await ordersFor(c.var.desk, slug)).map(orderJson);
    return privateJson({ ...issuerJson(issuer), orders });
  }),
);

keyApi.post(
  '/:slug/rotation',
  forSteward(async (c, { accountId }) => {
    const { desk } = c.var;
    const slug = c.req.param('slug') ?? '';
    const request = await readJson(c.req.raw, KeyRotation, MAX_REQUEST_BYTES);
    if (!request.ok) return refusal(c, request.failure);
    const { algorithm = null } = request.value;
    const ordered = await orderRotation(desk, accountId, slug, algorithm);
    if (!ordered.ok) return refusal(c, ordered.failure);
    return privateJsonAt(202, addressOf(desk.origin, slug), { order: ordered.value });
  }),
);

keyApi.post(
  '/:slug/:key/compromise',
  forSteward(async (c, { accountId }) => {
    const { desk } = c.var;
    const slug = c.req.param('slug') ?? '';
    const request = await readJson(c.req.raw, KeyCompromise, MAX_REQUEST_BYTES);
    if (!request.ok) return refusal(c, request.failure);
    const sinceSeconds = Math.floor(Date.parse(request.value.since) / 1000);
    if (sinceSeconds > desk.nowSeconds) {
      const detail = 'This moment is still to come.';
      return refusal(c, { reason: 'request_invalid', issues: [{ pointer: '/since', detail }] });
    }
    const key = c.req.param('key') ?? '';
    const ordered = await orderStolen(desk, accountId, slug, key, sinceSeconds);
    if (!ordered.ok) return refusal(c, ordered.failure);
    return privateJsonAt(202, addressOf(desk.origin, slug), { order: ordered.value });
  }),
);

keyApi.all('/', forSteward(onlyAllowing('GET')));
keyApi.all('/:slug', forSteward(onlyAllowing('GET')));
keyApi.all('/:slug/rotation', forSteward(onlyAllowing('POST')));
keyApi.all('/:slug/:key/compromise', forSteward(onlyAllowing('POST')));

function addressOf(origin: string, slug: string): string {
  return `${origin}/api/v1/stewards/keys/${slug}`;
}

function issuerJson({ slug, names, keys }: IssuerWithKeys) {
  return { issuer: slug, names, keys: keys.map(keyJson) };
}

function keyJson(key: IssuerKey) {
  return {
    key: key.id,
    algorithm: key.algorithm,
    state: key.state,
    madeAt: momentOf(key.madeAtSeconds),
    signsFrom: momentOf(key.signsFromSeconds),
    retiredAt: key.retiredAtSeconds === null ? null : momentOf(key.retiredAtSeconds),
    compromisedSince: key.compromisedAtSeconds === null ? null : momentOf(key.compromisedAtSeconds),
    credentials: key.credentials,
  };
}

function orderJson({ id, act, keyId, sinceSeconds, orderedAtSeconds, outcome }: KeyOrder) {
  return {
    order: id,
    act,
    key: keyId,
    since: sinceSeconds === null ? null : momentOf(sinceSeconds),
    orderedAt: momentOf(orderedAtSeconds),
    outcome,
  };
}

function momentOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
