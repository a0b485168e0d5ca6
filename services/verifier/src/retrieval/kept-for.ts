import CachePolicy from 'http-cache-semantics';
import { MAX_KEPT_SECONDS } from './limits.ts';

/**
 * For how many seconds an answer may be kept and given to others, by its headers (RFC 9111, Sections 3
 * and 4.2.1): never by guessing where they say nothing, and never beyond a limit of ours.
 */
export function keptForSeconds(url: string, accept: string, headers: Headers): number {
  const policy = new CachePolicy(
    { url, method: 'GET', headers: { accept } },
    { status: 200, headers: Object.fromEntries(headers) },
    { shared: true, cacheHeuristic: 0, immutableMinTimeToLive: 0 },
  );
  return policy.storable() ? Math.min(Math.floor(policy.timeToLive() / 1000), MAX_KEPT_SECONDS) : 0;
}
