import { ShareOutAgainRequest } from '@laurel/contracts/share-out-requests';
import { readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { batchAccepted, onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { askAgain, awardShareOut } from './decide.ts';
import { listShareOuts } from './list.ts';

const MAX_REQUEST_BYTES = 16 * 1024;

/** The API of what holders promised to share. */
export const shareOutApi = new Hono<DeskApp>();

shareOutApi.get('/issuers/:slug/share-outs', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const promises = await listShareOuts(c.var.desk, actor.value);
  const shareOuts = promises.map(
    ({ awardId, accountId: _, givenAtSeconds, isPast, isOwn: __, ...promise }) => ({
      award: awardId,
      ...promise,
      past: isPast,
      givenAt: givenAtSeconds === null ? null : new Date(givenAtSeconds * 1000).toISOString(),
    }),
  );
  return privateJson({ shareOuts });
});

shareOutApi.post('/issuers/:slug/share-outs/:award/award', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'nominations:review');
  if (!actor.ok) return refusal(c, actor.failure);
  const label = readerOf(c.req.raw).messages.message('share-outs-label');
  const awarded = await awardShareOut(desk, actor.value, c.req.param('award'), label);
  return awarded.ok ? batchAccepted(desk.origin, awarded.value) : refusal(c, awarded.failure);
});

shareOutApi.post('/issuers/:slug/share-outs/:award/again', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'nominations:review');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, ShareOutAgainRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { answer } = request.value;
  const asked = await askAgain(c.var.desk, actor.value, c.req.param('award'), answer);
  return asked.ok ? new Response(null, { status: 204 }) : refusal(c, asked.failure);
});

shareOutApi.all('/issuers/:slug/share-outs', onlyAllowing('GET'));
shareOutApi.all('/issuers/:slug/share-outs/:award/award', onlyAllowing('POST'));
shareOutApi.all('/issuers/:slug/share-outs/:award/again', onlyAllowing('POST'));
