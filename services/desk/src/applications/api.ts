import { ApplicationRequest } from '@laurel/contracts/issuer-requests';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { sessionOfCaller } from '../api/actor.ts';
import { onlyAllowing, privateJson, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { applicationJson } from './application-json.ts';
import { applyAsIssuer } from './apply.ts';
import { ownApplication, ownApplications, withdrawApplication } from './own-applications.ts';

const MAX_REQUEST_BYTES = 160 * 1024;

/** The API of applying to become an issuer, by session: nobody applies with an issuer’s token. */
export const applicationApi = new Hono<DeskApp>();

applicationApi.get('/applications', async (c) => {
  const session = await sessionOfCaller(c);
  if (!session.ok) return refusal(c, session.failure);
  const applications = await ownApplications(c.var.desk, session.value.accountId);
  return privateJson({ applications: applications.map(applicationJson) });
});

applicationApi.post('/applications', async (c) => {
  const { desk } = c.var;
  const session = await sessionOfCaller(c);
  if (!session.ok) return refusal(c, session.failure);
  const request = await readJson(c.req.raw, ApplicationRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const applied = await applyAsIssuer(desk, session.value.accountId, request.value);
  if (!applied.ok) return refusal(c, applied.failure);
  const url = `${desk.origin}/api/v1/applications/${applied.value}`;
  return privateJsonAt(201, url, { application: applied.value });
});

applicationApi.get('/applications/:id', async (c) => {
  const session = await sessionOfCaller(c);
  if (!session.ok) return refusal(c, session.failure);
  const found = await ownApplication(c.var.desk, session.value.accountId, c.req.param('id'));
  return found.ok ? privateJson(applicationJson(found.value)) : refusal(c, found.failure);
});

applicationApi.post('/applications/:id/withdraw', async (c) => {
  const session = await sessionOfCaller(c);
  if (!session.ok) return refusal(c, session.failure);
  const id = c.req.param('id');
  const withdrawn = await withdrawApplication(c.var.desk, session.value.accountId, id);
  return withdrawn.ok ? new Response(null, { status: 204 }) : refusal(c, withdrawn.failure);
});

applicationApi.all('/applications', onlyAllowing('GET', 'POST'));
applicationApi.all('/applications/:id', onlyAllowing('GET'));
applicationApi.all('/applications/:id/withdraw', onlyAllowing('POST'));
