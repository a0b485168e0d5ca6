import { issuerSlugIn, serviceDid } from '@laurel/core/addresses';
import { credentials } from '@laurel/store/public/credentials';
import type { Registry } from '@laurel/verification/registry';
import { eq } from 'drizzle-orm';
import { findPlace, placeAmong } from '../log/log-place.ts';
import type { PublicDatabase } from './database.ts';
import { findIssuer } from './issuer.ts';
import { findService } from './service.ts';
import { findTestIssuer } from './test-issuer.ts';
import type { Visible } from './visible-credential.ts';

/** Answers from PUBLIC, for copies that somebody brings: hidden credentials have a standing too. */
export function registryIn(db: PublicDatabase, origin: string): Registry {
  return {
    origin,
    issuer: async (did) => {
      if (did === serviceDid(origin)) return findService(db, origin);
      const slug = issuerSlugIn(origin, did);
      return slug === null ? findTestIssuer(db, origin, did) : findIssuer(db, origin, slug);
    },
    standing: async (id) => {
      const [row] = await db
        .select({
          state: credentials.state,
          since: credentials.stateSince,
          term: credentials.term,
        })
        .from(credentials)
        .where(eq(credentials.id, id));
      return row ?? null;
    },
    logged: (id, signature) => findPlace(db, id, signature),
  };
}

/** Answers about one credential that was fetched with all that belongs to it. Asks nothing more. */
export function registryOf(found: Visible, origin: string): Registry {
  const { issuer, row, logged } = found;
  return {
    origin,
    issuer: async (did) => (did === issuer.did ? issuer : null),
    standing: async (id) =>
      id === row.id ? { state: row.state, since: row.stateSince, term: row.term } : null,
    logged: async (id, signature) => (id === row.id ? placeAmong(row, logged, signature) : null),
  };
}
