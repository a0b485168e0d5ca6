import { credentialIdIn, issuerDid, issuerSlugIn } from '@laurel/core/addresses';
import { stringAt } from '@laurel/core/json';
import { onceFor } from '@laurel/core/once-for';
import { credentials } from '@laurel/store/public/credentials';
import { issuers } from '@laurel/store/public/issuers';
import { logEntries, logSalts } from '@laurel/store/public/log';
import { verificationKeys } from '@laurel/store/public/verification-keys';
import { asSigned } from '@laurel/verification/as-signed';
import { signatureOf } from '@laurel/verification/ours/signature-of';
import { issuerOf } from '@laurel/verification/ours/verify-ours';
import type { Presented } from '@laurel/verification/read';
import type { Registry } from '@laurel/verification/registry';
import { and, eq, sql } from 'drizzle-orm';
import { placeOf } from '../log/log-place.ts';
import type { PublicDatabase, PublicDatabases } from './database.ts';
import { keyOf, OLDEST_KEY_FIRST } from './keys.ts';
import { registryIn, STANDING } from './registry.ts';

/**
 * The same registry as {@link registryIn}, which looks up all that belongs to one credential of ours by one statement, once
 * anything of it is asked for. Whoever verifies is told no more of it than they would be: what was looked up and is
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
      issuerSlugIn(origin, did) === slug ? ((await known())?.issuer ?? null) : registry.issuer(did),
    standing: async (asked) => {
      const found = asked === id ? await known() : null;
      if (found === null) return registry.standing(asked);
      const isAnswered = found.standing !== null || databases.each.length === 1;
      return isAnswered ? found.standing : registry.standing(asked);
    },
    logged: async (asked, mark) => {
      const found = asked === id && mark === signature ? await known() : null;
      return found?.place ?? registry.logged(asked, mark);
    },
  };
}

type Sought = { readonly slug: string; readonly id: string; readonly signature: string };

/** Null where the database has no such issuer. */
async function lookUp(db: PublicDatabase, origin: string, sought: Sought) {
  const rows = await aboutCredential(db).all(sought);
  const [first] = rows;
  if (first === undefined) return null;
  const { kind, standing, salt } = first;
  const did = issuerDid(origin, sought.slug);
  return {
    issuer: {
      face: { kind },
      did,
      keys: rows.flatMap(({ key }) => (key === null ? [] : keyOf(key, did))),
    },
    standing,
    /** Null where the log was not found to know of it, which has several reasons. */
    place: standing === null || salt === null ? null : placeOf(first),
  };
}

/**
 * A row for each key of the issuer; how the credential stands, and where in the log it is, is the same in all. To build
 * the statement takes as long as SQLite takes to carry it out.
 */
const aboutCredential = onceFor((db: PublicDatabase) => {
  const id = sql.placeholder('id');
  return (
    db
      .select({
        kind: issuers.kind,
        key: verificationKeys,
        standing: STANDING,
        salt: logSalts.hash,
        index: logEntries.index,
        loggedAtSeconds: logEntries.loggedAtSeconds,
      })
      .from(issuers)
      .leftJoin(credentials, eq(credentials.id, id))
      .leftJoin(
        logSalts,
        and(eq(logSalts.credential, id), eq(logSalts.signature, sql.placeholder('signature'))),
      )
      .leftJoin(logEntries, eq(logEntries.hash, logSalts.hash))
      // Joined last: whatever comes after them would be looked up again for each key.
      .leftJoin(verificationKeys, eq(verificationKeys.owner, issuers.slug))
      .where(eq(issuers.slug, sql.placeholder('slug')))
      .orderBy(...OLDEST_KEY_FIRST)
      .prepare()
  );
});
