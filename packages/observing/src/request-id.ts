import { onceFor } from '@laurel/core/once-for';

const OF_CLOUDFLARE = /^[0-9a-f]{16}(?=-|$)/;

/**
 * The id of a request, by which its lines in the log belong together. It is Cloudflare's own where there is one,
 * without the place that ends it, as that is near whoever asks; else one is drawn.
 */
export function requestIdOf(request: Request): string {
  const given = OF_CLOUDFLARE.exec(request.headers.get('cf-ray') ?? '')?.[0];
  if (given !== undefined) return given;
  return drawnFor(request);
}

const drawnFor = onceFor((_: Request) => {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
});
