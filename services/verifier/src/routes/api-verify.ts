import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mediaTypeOf } from '@laurel/http/media-type';
import { readBody } from '@laurel/http/read-body';
import { readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { findingSentence } from '@laurel/pages/finding';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import type { App } from '../env.ts';
import { fileReader } from '../presented/file-reader.ts';
import { type FileReader, type Given, givenFile, givenJson } from '../presented/given.ts';
import { MAX_FILE_BYTES, MAX_JSON_BYTES } from '../presented/limits.ts';
import { fileIn, readForm } from '../presented/read-form.ts';
import { reportOn } from '../presented/report.ts';
import { publicDatabase } from '../record/database.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { retrievalsFor } from '../retrieval/retrieve.ts';

/** Browsers keep no answer to a preflight for longer. */
const PREFLIGHT_MAX_AGE_SECONDS = 86_400;

export const apiVerify = new Hono<App>();

/** A page of any site may ask, and read refusals too: nobody's cookie or right is involved. */
apiVerify.use(
  '/',
  cors({
    origin: '*',
    allowMethods: ['POST'],
    allowHeaders: ['content-type'],
    maxAge: PREFLIGHT_MAX_AGE_SECONDS,
  }),
);

apiVerify.post('/', async (c) => {
  const given = await readGiven(c.req.raw, fileReader(c.env));
  if (!given.ok) return refused(c, given.failure);
  const { messages } = readerOf(c.req.raw);
  const { verdict, checks, credential, readFrom, printed } = await reportOn(given.value, {
    printedWords: (languages, hours) => c.env.RENDERER.printedWords(languages, hours),
    db: publicDatabase(c.env.PUBLIC),
    origin: c.env.LAUREL_ORIGIN,
    nowSeconds: c.var.nowSeconds,
    retrieve: retrievalsFor(c.env).forCredential(),
  });
  return c.json(
    {
      verdict,
      checks: checks.map((check) => ({
        check: check.check,
        result: check.result,
        finding: check.finding,
        detail: findingSentence(check, messages),
      })),
      credential,
      ...(readFrom === null ? {} : { readFrom }),
      ...(printed === null ? {} : { printed }),
    },
    200,
    { 'cache-control': 'no-store', 'content-language': messages.language },
  );
});
apiVerify.all('/', onlyMethods('POST', 'OPTIONS'));

/** Exactly one of the two. */
const VerifyRequest = z
  .strictObject({
    credential: z.union([z.record(z.string(), z.unknown()), z.string()]).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .optional(),
  })
  .refine(({ credential, url }) => (credential === undefined) !== (url === undefined), {
    message: 'Give either “credential” or “url”',
  });

/** Bodies that are the thing itself, without an envelope. What they hold is seen from their content. */
const RAW_TYPES: readonly string[] = [
  'application/vc',
  'application/ld+json',
  'application/vc+jwt',
  'application/jwt',
  'image/png',
  'image/svg+xml',
  'application/pdf',
  'application/octet-stream',
  'text/plain',
];

async function readGiven(request: Request, reader: FileReader): Promise<Result<Given, Failure>> {
  const type = mediaTypeOf(request.headers.get('content-type'));
  if (type === 'application/json') return readEnvelope(request);
  if (type === 'multipart/form-data') return readUpload(request, reader);
  if (RAW_TYPES.includes(type)) {
    const body = await readBody(request, MAX_FILE_BYTES);
    return body.ok ? givenFile(body.value, reader) : body;
  }
  return refuse({
    reason: 'media_type_unsupported',
    accepted: ['application/json', 'multipart/form-data', ...RAW_TYPES],
  });
}

async function readEnvelope(request: Request): Promise<Result<Given, Failure>> {
  const body = await readJson(request, VerifyRequest, MAX_JSON_BYTES);
  if (!body.ok) return body;
  const { credential, url } = body.value;
  return url === undefined ? givenJson(credential) : ok({ kind: 'address', address: url });
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
