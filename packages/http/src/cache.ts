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
export async function cached(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  { contentType, maxAgeSeconds, immutable = false, vary = [], headers = {} }: Cached,
): Promise<Response> {
  const etag = await etagOf(body);
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

async function etagOf(body: string | Uint8Array<ArrayBuffer>): Promise<string> {
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
