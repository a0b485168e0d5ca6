import { credentialUrl, serviceDid } from '@laurel/core/addresses';
import { RECORD_OWNER } from '@laurel/core/key-owners';
import { SERVICE_FACE } from '@laurel/core/service-face';
import { credentials } from '@laurel/store/public/credentials';
import { logSalts } from '@laurel/store/public/log';
import { verificationKeys } from '@laurel/store/public/verification-keys';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { artefactsLogged } from '../log/log-place.ts';
import type { PublicDatabase, PublicDatabases } from './database.ts';
import { keyOf } from './keys.ts';
import type { VisibleRecord } from './visible-credential.ts';

/**
 * What endorses a credential, in the order in which it was signed, in one round trip of three statements: nothing where that one
 * is hidden or never was, after the same statements. They stand in the database of that one. What was taken back is not among them.
 */
export async function findEndorsements(
  databases: PublicDatabases,
  origin: string,
  id: string,
): Promise<readonly VisibleRecord[]> {
  const parts = databases.ofId(id).map((db) => findEndorsementsIn(db, origin, id));
  return (await Promise.all(parts)).flat();
}

async function findEndorsementsIn(
  db: PublicDatabase,
  origin: string,
  id: string,
): Promise<readonly VisibleRecord[]> {
  const shown = and(
    eq(credentials.endorses, id),
    eq(credentials.visible, true),
    eq(credentials.state, 'active'),
    sql`exists (select 1 from credentials endorsed where endorsed.id = ${id} and endorsed.visible = 1)`,
  );
  const ids = db.select({ id: credentials.id }).from(credentials).where(shown);
  const [rows, keys, logged] = await db.batch([
    db.select().from(credentials).where(shown).orderBy(sql`credentials.rowid`),
    db.select().from(verificationKeys).where(eq(verificationKeys.owner, RECORD_OWNER)),
    artefactsLogged(db, inArray(logSalts.credential, ids)),
  ]);
  const did = serviceDid(origin);
  const issuer = { face: SERVICE_FACE, did, keys: keys.map((key) => keyOf(key, did)) };
  return rows.map((row) => ({
    url: credentialUrl(origin, row.id),
    foundIn: db,
    row,
    issuer,
    achievement: null,
    logged: logged.filter(({ credential }) => credential === row.id),
  }));
}
