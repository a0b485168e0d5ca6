import { credentialIdIn, issuerSlugIn } from '@laurel/core/addresses';
import { stringAt } from '@laurel/core/json';
import { logSalts } from '@laurel/store/public/log';
import { asSigned } from '@laurel/verification/as-signed';
import { signatureOf } from '@laurel/verification/ours/signature-of';
import { issuerOf } from '@laurel/verification/ours/verify-ours';
import type { Presented } from '@laurel/verification/read';
import type { Registry } from '@laurel/verification/registry';
import { and, eq } from 'drizzle-orm';
import { artefactsLogged, placeOf } from '../log/log-place.ts';
import type { PublicDatabase, PublicDatabases } from './database.ts';
import { faceRow, publishedIssuer } from './issuer.ts';
import { keysOf } from './keys.ts';
import { registryIn, standingOf } from './registry.ts';

/**
 * The same registry as {@link registryIn}, which looks up all that belongs to one credential of ours in one round trip of four
 * statements to its issuer's database, once anything of it is asked for. Whoever verifies is told no more of it than they would be: what was looked up and is
 * not asked for is dropped.
 */
export function registryAbout(
  presented: Presented,
  databases: PublicDatabases,
  origin: string,
): Registry {
  const registry = registryIn(databases, origin);
  const slug = issuerSlugIn(origin, issuerOf(asSigned(presented)));
  const id = credentialIdIn(origin, stringAt(presented.credential, 'id') ?? '');
  if (slug === null || id === null) return registry;
  const signature = signatureOf(presented);
  let looking: ReturnType<typeof lookUp> | undefined;
  const known = () => {
    looking ??= databases.ofIssuer(slug).then((db) => lookUp(db, origin, { slug, id, signature }));
    return looking;
  };
  return {
    origin,
    issuer: async (did) =>
      issuerSlugIn(origin, did) === slug ? (await known()).issuer : registry.issuer(did),
    standing: async (asked) => {
      const standing = asked === id ? (await known()).standing : null;
      const isAnswered = standing !== null || (asked === id && databases.each.length === 1);
      return isAnswered ? standing : registry.standing(asked);
    },
    logged: async (asked, mark) => {
      const place = asked === id && mark === signature ? (await known()).place : null;
      return place ?? registry.logged(asked, mark);
    },
  };
}

type Sought = { readonly slug: string; readonly id: string; readonly signature: string };

async function lookUp(db: PublicDatabase, origin: string, { slug, id, signature }: Sought) {
  const [[face], keys, [standing], [logged]] = await db.batch([
    faceRow(db, slug),
    keysOf(db, slug),
    standingOf(db, id),
    artefactsLogged(db, and(eq(logSalts.credential, id), eq(logSalts.signature, signature))),
  ]);
  return {
    issuer: face === undefined ? null : publishedIssuer(origin, face, keys),
    standing: standing ?? null,
    /** Null where the log was not found to know of it, which has several reasons. */
    place: standing === undefined || logged === undefined ? null : placeOf(logged),
  };
}
