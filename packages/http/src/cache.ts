export type Cached = {
  readonly contentType: string;
  /** How long a copy may be used without asking again. */
  readonly maxAgeSeconds: number;
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
  body: string,
  { contentType, maxAgeSeconds, vary = [], headers = {} }: Cached,
): Promise<Response> {
  const etag = await etagOf(body);
  const common = {
    ...headers,
    etag,
    'cache-control': `public, max-age=${maxAgeSeconds}`,
    ...(vary.length === 0 ? {} : { vary: vary.join(', ') }),
  };
  return isFresh(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers: common })
    : new Response(body, { headers: { ...common, 'content-type': contentType } });
}

async function etagOf(body: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
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
