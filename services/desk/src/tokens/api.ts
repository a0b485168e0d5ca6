import { TokenRequest } from '@laurel/contracts/token-request';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { endToken, listTokens, makeToken } from './make-token.ts';

const MAX_REQUEST_BYTES = 4_096;

/** The API of tokens. */
export const tokenApi = new Hono<DeskApp>();

tokenApi.get('/issuers/:slug/tokens', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'tokens:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { tokens, total } = await listTokens(desk, actor.value.issuer, page);
  const told = tokens.map(({ id, name, scopes, endsAtSeconds, lastUsedOn }) => ({
    token: id,
    name,
    scopes,
    endsAt: new Date(endsAtSeconds * 1000).toISOString(),
    lastUsedOn,
  }));
  const pages = pagesIn(total);
  return privateJson({ page, pages, total, tokens: told });
});

tokenApi.post('/issuers/:slug/tokens', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'tokens:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, TokenRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const made = await makeToken(c.var.desk, actor.value, request.value);
  if (!made.ok) return refusal(c, made.failure);
  const { id, token } = made.value;
  return Response.json(
    { token: id, secret: token },
    { status: 201, headers: { 'cache-control': 'no-store' } },
  );
});

tokenApi.delete('/issuers/:slug/tokens/:id', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'tokens:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const ended = await endToken(c.var.desk, actor.value, c.req.param('id'));
  return ended ? new Response(null, { status: 204 }) : refusal(c, { reason: 'page_unknown' });
});

tokenApi.all('/issuers/:slug/tokens', onlyAllowing('GET', 'POST'));
tokenApi.all('/issuers/:slug/tokens/:id', onlyAllowing('DELETE'));
