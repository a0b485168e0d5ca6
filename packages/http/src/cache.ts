import { type Body, keptAnswers, type Made } from './kept-answers.ts';

export type Cached = {
  readonly contentType: string;
  /** How long a copy may be used without asking again. */
  readonly maxAgeSeconds: number;
  /** True where these bytes are all that this address will ever answer (RFC 8246). */
  readonly immutable?: boolean;
  /** The request headers that the answer depends on. */
  readonly vary?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * An answer that anybody may keep, with a strong ETag made from its bytes, or 304 without a body where
 * the client has these bytes already (RFC 9110, Sections 8.8.3 and 13.1.2).
 */
export async function cached(request: Request, body: Body, options: Cached): Promise<Response> {
  return answerWith(request, { body, etag: await etagOf(body) }, options);
}

/** Of an isolate's 128 MiB. */
const MAX_KEPT_BYTES = 8 * 1024 * 1024;

const KEPT = keptAnswers(MAX_KEPT_BYTES);

/**
 * The same for a body that is worth making once: as long as this isolate remembers what it made of these facts, it neither makes
 * nor hashes it again, whoever asks, also for a 304. Nothing is ever stale, as facts are read each time.
 *
 * @param facts all that the body is made of, but for the path that is asked for and the type of the answer; as JSON says it.
 */
export async function cachedOf(
  request: Request,
  facts: unknown,
  make: () => Body | Promise<Body>,
  options: Cached,
): Promise<Response> {
  const answer = await cachedIfThere(request, facts, async () => make(), options);
  if (answer === null) throw new Error('nothing was made');
  return answer;
}

/** The same of what may not be there: it is null, and is looked for again the next time. */
export async function cachedIfThere(
  request: Request,
  facts: unknown,
  find: () => Promise<Body | null>,
  options: Cached,
): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  const key = JSON.stringify([pathname, options.contentType, facts]);
  const before = KEPT.find(key);
  if (before !== null) return answerWith(request, before, options);
  const body = await find();
  if (body === null) return null;
  const made = { body, etag: await etagOf(body) };
  KEPT.keep(key, made);
  return answerWith(request, made, options);
}

function answerWith(
  request: Request,
  { body, etag }: Made,
  { contentType, maxAgeSeconds, immutable = false, vary = [], headers = {} }: Cached,
): Response {
  const common = {
    ...headers,
    etag,
    'cache-control': `public, max-age=${maxAgeSeconds}${immutable ? ', immutable' : ''}`,
    ...(vary.length === 0 ? {} : { vary: vary.join(', ') }),
  };
  return isFresh(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers: common })
    : new Response(body, { headers: { ...common, 'content-type': contentType } });
}

async function etagOf(body: Body): Promise<string> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `"${hex.join('')}"`;
}

/** Weak comparison, as If-None-Match asks: a proxy that compressed the answer has weakened the tag. */
function isFresh(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag);
}
