import { issuerSlugIn } from '@laurel/core/addresses';
import { credentials } from '@laurel/store/public/schema';
import type { Registry } from '@laurel/verification/registry';
import { eq } from 'drizzle-orm';
import { readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';
import { issuersOnce } from '../issue/issuer-to-sign.ts';

/**
 * What is on record of credentials that are going into a learner record. All of them are read from there, so
 * that they are in the log, or about to be: a stolen key’s signature is none that we would sign over.
 */
export function registryForHeld(signing: Signing): Registry {
  const { origin } = signing;
  const issuerOf = issuersOnce(signing);
  return {
    origin,
    issuer: async (did) => {
      const slug = issuerSlugIn(origin, did);
      return slug === null ? null : { ...(await issuerOf(slug)), did };
    },
    standing: async (id) => {
      const [row] = await readAmong(signing, [id], ({ publicStore }) =>
        publicStore
          .select({ state: credentials.state, since: credentials.stateSince })
          .from(credentials)
          .where(eq(credentials.id, id)),
      );
      return row ?? null;
    },
    logged: async () => ({ state: 'waiting' }),
  };
}
