import type { Ask, Row } from './ask.ts';
import { inEachPublic } from './invariant.ts';
import { rowsByKey } from './page-against.ts';
import { pagesOf } from './pages.ts';

const PAGE_ROWS = 1_000;

const SEALED = {
  store: 'PRIVATE',
  table: 'sealed_keys',
  key: 'key_id',
  columns: 'key_id, owner',
} as const;

/** That whatever is to sign can. */
export const KEYS_HAVE_BOTH_HALVES = inEachPublic({
  name: 'key-has-both-halves',
  sentence:
    'A published key that signs, or waits for its turn, has its sealed half, of the same owner.',
  breaches: async function* (ask: Ask) {
    const pages = pagesOf(ask, {
      store: 'PUBLIC',
      table: 'verification_keys',
      columns: 'id, owner, coalesce(retired_at_seconds, compromised_at_seconds) as ended',
      size: PAGE_ROWS,
    });
    for await (const page of pages) {
      const inUse = page.filter(({ ended }) => ended === null);
      const halves = await rowsByKey(ask, SEALED, inUse.map(idOf));
      yield* inUse.filter((key) => halves.get(idOf(key))?.owner !== key.owner).map(idOf);
    }
  },
});

function idOf({ id }: Row): string {
  return String(id);
}
