import { IssuerPatch, LogoRequest } from '@laurel/contracts/issuer-requests';
import { issuerLogoPath } from '@laurel/core/addresses';
import { bytesOfBase64 } from '@laurel/core/base64';
import { readJson } from '@laurel/http/read-json';
import { deskIssuers } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { actorForIssuer, sessionOfCaller } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { applicationApi } from '../applications/api.ts';
import { changeLogo, removeLogo } from './change-logo.ts';
import { changeTexts } from './change-texts.ts';
import { ownIssuers } from './own-issuers.ts';

const MAX_REQUEST_BYTES = 160 * 1024;
/** Read as far as this, so that what is too long for a logo is refused as a logo. */
const MAX_LOGO_REQUEST_BYTES = 1024 * 1024;

/** The API of an issuer’s face, and applying to become one. */
export const issuerApi = new Hono<DeskApp>();

issuerApi.get('/issuers', async (c) => {
  const session = await sessionOfCaller(c);
  if (!session.ok) return refusal(c, session.failure);
  const issuers = await ownIssuers(c.var.desk, session.value.accountId);
  return privateJson({
    issuers: issuers.map(({ issuer, grants }) => ({
      issuer: issuer.slug,
      kind: issuer.kind,
      names: issuer.names,
      grants: grants.map(({ grant, endsAtSeconds }) => ({
        grant,
        endsAt: new Date(endsAtSeconds * 1000).toISOString(),
      })),
    })),
  });
});

issuerApi.get('/issuers/:slug', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const { issuer } = actor.value;
  const [face] = await desk.store.select().from(deskIssuers).where(eq(deskIssuers.slug, issuer));
  if (face === undefined) return refusal(c, { reason: 'desk_unknown' });
  const { kind, names, descriptions, vouch } = face;
  const logo = await desk.signer.logoOf(issuer);
  return privateJson({
    issuer,
    kind,
    names,
    descriptions,
    vouch: vouch === null ? null : { by: vouch.by, since: vouch.since, proof: vouch.proofUrl },
    logo:
      logo === null
        ? null
        : { type: logo.type, url: `${desk.origin}${issuerLogoPath(issuer, logo.digest)}` },
  });
});

issuerApi.patch('/issuers/:slug', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, IssuerPatch, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const changed = await changeTexts(c.var.desk, actor.value, request.value, null);
  return changed.ok ? new Response(null, { status: 204 }) : refusal(c, changed.failure);
});

issuerApi.put('/issuers/:slug/logo', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, LogoRequest, MAX_LOGO_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { file, type = '', mayUseMark } = request.value;
  const bytes = bytesOfBase64(file);
  const changed = await changeLogo(c.var.desk, actor.value, {
    bytes,
    declaredType: type,
    mayUseMark,
  });
  return changed.ok ? new Response(null, { status: 204 }) : refusal(c, changed.failure);
});

issuerApi.delete('/issuers/:slug/logo', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  await removeLogo(c.var.desk, actor.value);
  return new Response(null, { status: 204 });
});

issuerApi.all('/issuers', onlyAllowing('GET'));
issuerApi.all('/issuers/:slug', onlyAllowing('GET', 'PATCH'));
issuerApi.all('/issuers/:slug/logo', onlyAllowing('PUT', 'DELETE'));

issuerApi.route('/', applicationApi);
