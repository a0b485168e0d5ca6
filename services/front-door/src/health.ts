import type { DeskHealth } from '@laurel/contracts/verifier-rpc';
import type { FrontDoorEnv } from './env.ts';

/** A desk that takes longer is told as one that does not answer. */
const PATIENCE_MS = 5_000;

/** What the verifier cannot draw any more: short, without anything to load, and kept by nobody. */
const GUARDED = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** What the desk says of itself and those behind it, handed to the verifier, which tells of all: 200 or 503. */
export async function health(request: Request, env: FrontDoorEnv): Promise<Response> {
  const desk = await deskHealth(request, env);
  try {
    return await env.VERIFIER.gatheredHealth(request, desk);
  } catch {
    const secure = request.url.startsWith('https:');
    return Response.json(
      { ok: false, parts: { verifier: { ok: false, since: null } } },
      {
        status: 503,
        headers: {
          ...GUARDED,
          ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
        },
      },
    );
  }
}

async function deskHealth(request: Request, { DESK }: FrontDoorEnv): Promise<DeskHealth | null> {
  try {
    const address = new URL('/health', request.url).href;
    const answer = await DESK.fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
