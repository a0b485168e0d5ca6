import {
  DocumentStatusRequest,
  IssueDocumentRequest,
  MAX_DOCUMENT_BYTES,
} from '@laurel/contracts/document-requests';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorOfToken } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { setStatuses } from './set-statuses.ts';
import { signForTests } from './sign-for-tests.ts';

/**
 * The issuing side of VC-API (W3C CCG), for programs of test issuers: their tokens alone, as no person does
 * this by a page.
 */
export const documentRoutes = new Hono<DeskApp>();

documentRoutes.post('/credentials/issue', async (c) => {
  const { desk } = c.var;
  const actor = await actorOfToken(c, 'credentials:sign');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, IssueDocumentRequest, MAX_DOCUMENT_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const signed = await signForTests(desk, actor.value, request.value);
  return signed.ok
    ? privateJson({ verifiableCredential: signed.value }, { status: 201 })
    : refusal(c, signed.failure);
});

documentRoutes.post('/credentials/status', async (c) => {
  const { desk } = c.var;
  const actor = await actorOfToken(c, 'credentials:sign');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, DocumentStatusRequest, MAX_DOCUMENT_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const done = await setStatuses(desk, actor.value, request.value);
  return done.ok
    ? privateJson({ credentialId: request.value.credentialId, credentialStatus: done.value })
    : refusal(c, done.failure);
});

documentRoutes.all('/credentials/issue', onlyAllowing('POST'));
documentRoutes.all('/credentials/status', onlyAllowing('POST'));
