import { SigningOffer } from '@laurel/contracts/signatory-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import type { Actor } from '../acting/actor.ts';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import type { Desk } from '../env.ts';
import { listSignatories, seenBy } from './list-signatories.ts';
import { offerToSign, withdrawFromSigning } from './offer-to-sign.ts';
import { putFirst, putOn, takeOff } from './put-on.ts';

const MAX_REQUEST_BYTES = 64 * 1024;

/** The API of who signs certificates. */
export const signatoryApi = new Hono<DeskApp>();

signatoryApi.get('/issuers/:slug/signatories', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const listed = await listSignatories(c.var.desk, actor.value.issuer);
  const signatories = seenBy(actor.value, listed).map(
    ({ id, accountId, names, offices, place }) => ({
      signatory: id,
      names,
      offices,
      signs: place !== null,
      own: accountId === actor.value.accountId,
    }),
  );
  return privateJson({ signatories });
});

signatoryApi.put('/issuers/:slug/signatories/own', async (c) => {
  const actor = await themselves(c, c.req.param('slug'));
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, SigningOffer, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const offered = await offerToSign(c.var.desk, actor.value, request.value);
  return offered.ok ? new Response(null, { status: 204 }) : refusal(c, offered.failure);
});

signatoryApi.delete('/issuers/:slug/signatories/own', async (c) => {
  const actor = await themselves(c, c.req.param('slug'));
  if (!actor.ok) return refusal(c, actor.failure);
  await withdrawFromSigning(c.var.desk, actor.value);
  return new Response(null, { status: 204 });
});

signatoryApi.put('/issuers/:slug/signatories/:id', (c) =>
  change(c, putOn, c.req.param('slug'), c.req.param('id')),
);
signatoryApi.delete('/issuers/:slug/signatories/:id', (c) =>
  change(c, takeOff, c.req.param('slug'), c.req.param('id')),
);
signatoryApi.post('/issuers/:slug/signatories/:id/first', (c) =>
  change(c, putFirst, c.req.param('slug'), c.req.param('id')),
);

signatoryApi.all('/issuers/:slug/signatories', onlyAllowing('GET'));
signatoryApi.all('/issuers/:slug/signatories/own', onlyAllowing('PUT', 'DELETE'));
signatoryApi.all('/issuers/:slug/signatories/:id', onlyAllowing('PUT', 'DELETE'));
signatoryApi.all('/issuers/:slug/signatories/:id/first', onlyAllowing('POST'));

/** A member who is signed in: nobody is named because a program says so in their name. */
async function themselves(c: DeskContext, slug: string): Promise<Result<Actor, Failure>> {
  const actor = await actorForIssuer(c, slug, 'awards:read');
  if (!actor.ok) return actor;
  const isToken = c.req.header('authorization') !== undefined;
  return isToken ? refuse({ reason: 'login_required' }) : ok(actor.value);
}

type Change = (desk: Desk, actor: Actor, id: string) => Promise<Result<null, Failure>>;

async function change(c: DeskContext, act: Change, slug: string, id: string): Promise<Response> {
  const actor = await actorForIssuer(c, slug, 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const changed = await act(c.var.desk, actor.value, id);
  return changed.ok ? new Response(null, { status: 204 }) : refusal(c, changed.failure);
}
