import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { actorForIssuer, orAsTrainer } from '../api/actor.ts';
import { onlyAllowing, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { courseOrder, eventOrder, groupOrder, type ImportOrder } from './import-order.ts';
import { importPeople } from './import-people.ts';
import { CourseImportRequest, EventImportRequest, GroupImportRequest } from './import-requests.ts';

const MAX_REQUEST_BYTES = 8 * 1024;

/** The API of imports from Wikimedia. */
export const importApi = new Hono<DeskApp>();

importApi.post('/issuers/:slug/imports/events', (c) =>
  importAs(c, c.req.param('slug'), async () => {
    const request = await readJson(c.req.raw, EventImportRequest, MAX_REQUEST_BYTES);
    if (!request.ok) return request;
    return eventOrder(c.var.desk, String(request.value.event), request.value.who);
  }),
);

importApi.post('/issuers/:slug/imports/courses', (c) =>
  importAs(c, c.req.param('slug'), async () => {
    const request = await readJson(c.req.raw, CourseImportRequest, MAX_REQUEST_BYTES);
    return request.ok ? courseOrder(c.var.desk, request.value.course) : request;
  }),
);

importApi.post('/issuers/:slug/imports/groups', (c) =>
  importAs(c, c.req.param('slug'), async () => {
    const request = await readJson(c.req.raw, GroupImportRequest, MAX_REQUEST_BYTES);
    return request.ok ? groupOrder(request.value.group) : request;
  }),
);

importApi.all('/issuers/:slug/imports/events', onlyAllowing('POST'));
importApi.all('/issuers/:slug/imports/courses', onlyAllowing('POST'));
importApi.all('/issuers/:slug/imports/groups', onlyAllowing('POST'));

/** `order` is read only for somebody who may import. */
async function importAs(
  c: DeskContext,
  issuer: string,
  order: () => Promise<Result<ImportOrder, Failure>>,
): Promise<Response> {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, issuer, 'awards:write', orAsTrainer);
  if (!actor.ok) return refusal(c, actor.failure);
  const understood = await order();
  if (!understood.ok) return refusal(c, understood.failure);
  const { messages } = readerOf(c.req.raw);
  const imported = await importPeople(desk, actor.value, understood.value, messages);
  if (!imported.ok) return refusal(c, imported.failure);
  const url = `${desk.origin}/api/v1/sheets/${imported.value.sheet}`;
  return privateJsonAt(201, url, imported.value);
}
