import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mediaTypeOf } from '@laurel/http/media-type';
import { problemDocument } from '@laurel/http/problem';
import { readBody } from '@laurel/http/read-body';
import { readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { type Context, Hono } from 'hono';
import type { App } from '../env.ts';
import { countVerified } from '../presented/count-verified.ts';
import { fileReader } from '../presented/file-reader.ts';
import {
  type FileReader,
  type Given,
  givenFile,
  givenJson,
  givenWritten,
} from '../presented/given.ts';
import { type GivenItem, givenList } from '../presented/given-list.ts';
import { MAX_FILE_BYTES, MAX_JSON_BYTES } from '../presented/limits.ts';
import { RAW_TYPES } from '../presented/raw-types.ts';
import { fileIn, readForm } from '../presented/read-form.ts';
import { reportOn } from '../presented/report.ts';
import { reportAnswer } from '../presented/report-answer.ts';
import { surroundingsOf } from '../presented/surroundings.ts';
import { VerifyRequest } from '../presented/verify-request.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { type CallRetrievals, retrievalsFor } from '../retrieval/retrieve.ts';
import { askableByOthers } from './open-to-others.ts';

export const apiVerify = new Hono<App>();

apiVerify.use('/', askableByOthers());

apiVerify.post('/', async (c) => {
  const asked = await readAsked(c.req.raw, fileReader(c.env));
  if (!asked.ok) return refused(c, asked.failure);
  const { messages } = readerOf(c.req.raw);
  const retrievals = retrievalsFor(c.env);
  const answer =
    'one' in asked.value
      ? await one(c, asked.value.one, retrievals)
      : await many(c, asked.value.many, retrievals);
  return c.json(answer, 200, {
    'cache-control': 'no-store',
    'content-language': messages.language,
  });
});
apiVerify.all('/', onlyMethods('POST', 'OPTIONS'));

async function one(c: Context<App>, given: Given, retrievals: CallRetrievals): Promise<object> {
  const { messages } = readerOf(c.req.raw);
  const report = await reportOn(given, surroundingsOf(c, retrievals));
  countVerified(c.env, report.verdict, 'api');
  return reportAnswer(report, messages);
}

/** One after the other, so that a call holds one at a time; each in its place. */
async function many(
  c: Context<App>,
  items: readonly GivenItem[],
  retrievals: CallRetrievals,
): Promise<object> {
  const { messages } = readerOf(c.req.raw);
  const results: object[] = [];
  for (const [place, item] of items.entries()) {
    const instance = `/api/verify#/credentials/${place}`;
    const options = { origin: c.env.LAUREL_ORIGIN, instance, messages };
    results.push(
      item.ok
        ? await one(c, item.value, retrievals)
        : { problem: problemDocument(item.failure, options) },
    );
  }
  return { results };
}

type Asked = { readonly one: Given } | { readonly many: readonly GivenItem[] };

async function readAsked(request: Request, reader: FileReader): Promise<Result<Asked, Failure>> {
  const type = mediaTypeOf(request.headers.get('content-type'));
  if (type === 'application/json') return readEnvelope(request);
  if (type === 'multipart/form-data') return alone(await readUpload(request, reader));
  if (RAW_TYPES.some((raw) => raw === type)) {
    const body = await readBody(request, MAX_FILE_BYTES);
    return body.ok ? alone(await givenFile(body.value, reader, givenWritten)) : body;
  }
  return refuse({
    reason: 'media_type_unsupported',
    accepted: ['application/json', 'multipart/form-data', ...RAW_TYPES],
  });
}

async function readEnvelope(request: Request): Promise<Result<Asked, Failure>> {
  const body = await readJson(request, VerifyRequest, MAX_JSON_BYTES);
  if (!body.ok) return body;
  const { credential, url, credentials } = body.value;
  if (credentials !== undefined) {
    const list = givenList(credentials);
    return list.ok ? ok({ many: list.value }) : list;
  }
  return alone(url === undefined ? givenJson(credential) : ok({ kind: 'address', address: url }));
}

function alone(given: Result<Given, Failure>): Result<Asked, Failure> {
  return given.ok ? ok({ one: given.value }) : given;
}

async function readUpload(request: Request, reader: FileReader): Promise<Result<Given, Failure>> {
  const form = await readForm(request);
  if (!form.ok) return form;
  const file = await fileIn(form.value, 'file');
  return file === null
    ? refuse({
        reason: 'request_invalid',
        issues: [{ pointer: '/file', detail: 'Send one file in the field “file”.' }],
      })
    : givenFile(file, reader);
}
