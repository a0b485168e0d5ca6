import type { Retrieved } from '@laurel/verification/retrieve';
import type { Answered } from './ask.ts';
import { keptForSeconds } from './kept-for.ts';

/** What other servers said a moment ago, and let be kept. It forgets by itself, and may at any time. */
export type Kept = {
  readonly find: (url: string, accept: string) => Promise<Retrieved | null>;
  readonly keep: (url: string, accept: string, answered: Answered) => Promise<void>;
};

const CACHE = 'laurel-retrieved';
const FOUND_AT = 'laurel-found-at';
const TAKEN_AT_MS = 'laurel-taken-at-ms';
const GOOD_UNTIL_MS = 'laurel-good-until-ms';

/**
 * The same, in the platform's cache. Only successes are kept, and only where nothing was redirected: a
 * redirect has its own time. Answers of ours are on record and need not be kept.
 *
 * @param origin ours: the names under which answers lie there are no addresses of anybody else.
 */
export function keptIn(storage: CacheStorage, origin: string, nowMs: () => number): Kept {
  return {
    find: async (url, accept) => {
      const cache = await storage.open(CACHE);
      const answer = await cache.match(await nameOf(origin, url, accept));
      if (answer === undefined) return null;
      const numberIn = (name: string) => Number(answer.headers.get(name));
      const text = await answer.text();
      if (nowMs() >= numberIn(GOOD_UNTIL_MS)) return null;
      return {
        url: answer.headers.get(FOUND_AT) ?? url,
        mediaType: answer.headers.get('content-type') ?? '',
        text,
        ageSeconds: Math.ceil((nowMs() - numberIn(TAKEN_AT_MS)) / 1000),
      };
    },
    keep: async (url, accept, answered) => {
      const seconds = answered.direct ? keptForSeconds(url, accept, answered.headers) : 0;
      if (seconds <= 0) return;
      const cache = await storage.open(CACHE);
      await cache.put(
        await nameOf(origin, url, accept),
        new Response(answered.text, {
          headers: {
            'cache-control': `max-age=${seconds}`,
            'content-type': answered.mediaType,
            [FOUND_AT]: answered.url,
            [TAKEN_AT_MS]: String(nowMs()),
            [GOOD_UNTIL_MS]: String(nowMs() + seconds * 1000),
          },
        }),
      );
    },
  };
}

async function nameOf(origin: string, url: string, accept: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([url, accept]));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `${origin}/retrieved/${hex.join('')}`;
}
