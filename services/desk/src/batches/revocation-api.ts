import { RevocationRequest } from '@laurel/contracts/revocation-request';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { askRevocation } from './ask-revocation.ts';
import { batchOfCaller } from './batch-of-caller.ts';
import { confirmRevocation, withdrawRevocation } from './decide-revocation.ts';
import {
  type BatchRevocation,
  revocationsOfBatch,
  revocationsOfIssuer,
} from './find-revocations.ts';

const MAX_REQUEST_BYTES = 1_024;

/** The API of revoking whole batches, by two people. */
export const revocationApi = new Hono<DeskApp>();

revocationApi.get('/issuers/:slug/batches/revocations', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { revocations, total } = await revocationsOfIssuer(c.var.desk, actor.value.issuer, page);
  const pages = pagesIn(total);
  return privateJson({ page, pages, total, revocations: revocations.map(asTold) });
});

revocationApi.get('/batches/:id/revocations', async (c) => {
  const found = await batchOfCaller(c, 'awards:read');
  if (!found.ok) return refusal(c, found.failure);
  const revocations = await revocationsOfBatch(c.var.desk, found.value.batch);
  return privateJson({ revocations: revocations.map(asTold) });
});

revocationApi.post('/batches/:id/revocations', async (c) => {
  const { desk } = c.var;
  const found = await batchOfCaller(c, 'awards:revoke');
  if (!found.ok) return refusal(c, found.failure);
  const request = await readJson(c.req.raw, RevocationRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { batch, actor } = found.value;
  const asked = await askRevocation(desk, actor, batch, request.value.reason);
  if (!asked.ok) return refusal(c, asked.failure);
  const url = `${desk.origin}/api/v1/batches/${batch.id}/revocations`;
  return privateJsonAt(201, url, { revocation: asked.value });
});

revocationApi.post('/batches/:id/revocations/:revocation/confirmation', (c) =>
  decided(c, confirmRevocation),
);

revocationApi.delete('/batches/:id/revocations/:revocation', (c) => decided(c, withdrawRevocation));

revocationApi.all('/issuers/:slug/batches/revocations', onlyAllowing('GET'));
revocationApi.all('/batches/:id/revocations', onlyAllowing('GET', 'POST'));
revocationApi.all('/batches/:id/revocations/:revocation', onlyAllowing('DELETE'));
revocationApi.all('/batches/:id/revocations/:revocation/confirmation', onlyAllowing('POST'));

async function decided(c: DeskContext, decide: typeof confirmRevocation): Promise<Response> {
  const found = await batchOfCaller(c, 'awards:revoke');
  if (!found.ok) return refusal(c, found.failure);
  const { batch, actor } = found.value;
  const answer = await decide(c.var.desk, actor, batch, c.req.param('revocation') ?? '');
  return answer.ok ? new Response(null, { status: 204 }) : refusal(c, answer.failure);
}

function asTold({ id, batchId, state, reason, ...revocation }: BatchRevocation) {
  const at = (seconds: number) => new Date(seconds * 1000).toISOString();
  return {
    revocation: id,
    batch: batchId,
    state,
    reason,
    requestedBy: revocation.requestedByName,
    requestedAt: at(revocation.requestedAtSeconds),
    lapsesAt: at(revocation.lapsesAtSeconds),
    decidedBy: revocation.decidedByName,
  };
}
