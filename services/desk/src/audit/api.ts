import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { auditExport } from './export.ts';
import { forgetPerson } from './forget.ts';
import { readAudit } from './read.ts';

/** The API of an issuer’s audit trail. */
export const auditApi = new Hono<DeskApp>();

auditApi.get('/issuers/:slug/audit', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'audit:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { entries, total } = await readAudit(desk, actor.value.issuer, page);
  const told = entries.map(({ id, at, actor: key, act, subject, details }) => ({
    id,
    at,
    actor: key,
    act,
    subject,
    details,
  }));
  const pages = pagesIn(total);
  return privateJson({ page, pages, total, entries: told });
});

auditApi.get('/issuers/:slug/audit/export', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'audit:read');
  if (!actor.ok) return refusal(c, actor.failure);
  return auditExport(c.var.desk, actor.value, c.req.query('format') === 'csv' ? 'csv' : 'jsonl');
});

auditApi.post('/issuers/:slug/audit/people/:key/forget', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'members:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const forgotten = await forgetPerson(desk, actor.value, c.req.param('key'));
  return forgotten.ok ? new Response(null, { status: 204 }) : refusal(c, forgotten.failure);
});

auditApi.all('/issuers/:slug/audit', onlyAllowing('GET'));
auditApi.all('/issuers/:slug/audit/export', onlyAllowing('GET'));
auditApi.all('/issuers/:slug/audit/people/:key/forget', onlyAllowing('POST'));
