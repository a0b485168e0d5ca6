import { issuerSlugIn, serviceDid } from '@laurel/core/addresses';
import { credentials } from '@laurel/store/public/credentials';
import type { Registry } from '@laurel/verification/registry';
import { eq } from 'drizzle-orm';
import { findPlace, placeAmong } from '../log/log-place.ts';
import { firstFound, type PublicDatabases } from './database.ts';
import { findIssuer } from './issuer.ts';
import { findService } from './service.ts';
import { findTestIssuer } from './test-issuer.ts';
import type { Visible } from './visible-credential.ts';

/** Answers from PUBLIC, for copies that somebody brings: hidden credentials have a standing too. */
export function registryIn(databases: PublicDatabases, origin: string): Registry {
  return {
    origin,
    issuer: async (did) => {
      if (did === serviceDid(origin)) return findService(databases.first, origin);
      const slug = issuerSlugIn(origin, did);
      return slug === null
        ? findTestIssuer(databases, origin, did)
        : findIssuer(await databases.ofIssuer(slug), origin, slug);
    },
    standing: (id) =>
      firstFound(databases.ofId(id), async (db) => {
        const [row] = await db.select(STANDING).from(credentials).where(eq(credentials.id, id));
        return row ?? null;
      }),
    logged: async (id, signature) =>
      (await firstFound(databases.ofId(id), (db) => findPlace(db, id, signature))) ?? {
        state: 'off_record',
      },
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

/** What says how a credential stands. */
export const STANDING = {
  state: credentials.state,
  since: credentials.stateSince,
  term: credentials.term,
};
