import { credentialUrl, issuerDid } from '@laurel/core/addresses';
import { RECORD_OWNER } from '@laurel/core/key-owners';
import { inSet } from '@laurel/store/in-set';
import { publishedAchievements } from '@laurel/store/public/achievements';
import { credentials } from '@laurel/store/public/credentials';
import { issuerLogos, issuers } from '@laurel/store/public/issuers';
import { logSalts } from '@laurel/store/public/log';
import { verificationKeys } from '@laurel/store/public/verification-keys';
import { and, eq, getTableColumns, inArray, ne, type SQL } from 'drizzle-orm';
import { artefactsLogged } from '../log/log-place.ts';
import type { PublicDatabase, PublicDatabases } from './database.ts';
import { faceOf } from './issuer.ts';
import { logoIn } from './issuer-logo.ts';
import { keyOf } from './keys.ts';
import type { VisibleCredential } from './visible-credential.ts';

/**
 * Those of many credentials whose links are on, by their ids, each with all that its page needs but for
 * its successor and what endorses it. One round trip of six statements to each database, however many there are.
 */
export function findVisibleAmong(
  databases: PublicDatabases,
  origin: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VisibleCredential>> {
  return inAll(databases.each, (db) => visibleAmongIn(db, origin, ids));
}

/** The same in one database. */
export async function visibleAmongIn(
  db: PublicDatabase,
  origin: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VisibleCredential>> {
  return assembled(db, origin, await db.batch(visibleStatements(db, inSet(ids))));
}

/**
 * The same of all of them, also where the link is off: for whoever has shown what was signed, and for nobody
 * else.
 */
export function findSignedAmong(
  databases: PublicDatabases,
  origin: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VisibleCredential>> {
  const among = inArray(credentials.id, inSet(ids));
  return inAll(databases.each, async (db) =>
    assembled(db, origin, await db.batch(statementsFor(db, among))),
  );
}

/** What all of these databases answer. */
export async function inAll<Found>(
  databases: readonly PublicDatabase[],
  find: (db: PublicDatabase) => Promise<ReadonlyMap<string, Found>>,
): Promise<ReadonlyMap<string, Found>> {
  const answers = await Promise.all(databases.map(find));
  return new Map(answers.flatMap((answer) => [...answer]));
}

/** What asks for the credentials of a set of ids whose links are on: six statements for one batch. */
export function visibleStatements(db: PublicDatabase, ids: SQL) {
  return statementsFor(db, and(inArray(credentials.id, ids), eq(credentials.visible, true)));
}

function statementsFor(db: PublicDatabase, wanted: SQL | undefined) {
  const found = and(wanted, ne(credentials.issuer, RECORD_OWNER));
  const of = (column: typeof credentials.issuer | typeof credentials.achievementId) =>
    db.selectDistinct({ column }).from(credentials).where(found);
  return [
    db.select(getTableColumns(credentials)).from(credentials).where(found),
    db
      .select()
      .from(issuers)
      .where(inArray(issuers.slug, of(credentials.issuer))),
    db
      .select()
      .from(verificationKeys)
      .where(inArray(verificationKeys.owner, of(credentials.issuer))),
    db
      .select()
      .from(publishedAchievements)
      .where(inArray(publishedAchievements.id, of(credentials.achievementId))),
    artefactsLogged(
      db,
      inArray(
        logSalts.credential,
        db.select({ id: credentials.id }).from(credentials).where(found),
      ),
    ),
    db
      .select()
      .from(issuerLogos)
      .where(inArray(issuerLogos.issuer, of(credentials.issuer))),
  ] as const;
}

type AnswersTo<Statements extends readonly unknown[]> = {
  readonly [Place in keyof Statements]: Awaited<Statements[Place]>;
};

/** What those statements have answered, by the ids of the credentials. */
export function assembled(
  foundIn: PublicDatabase,
  origin: string,
  [rows, faces, keys, achievements, artefacts, logos]: AnswersTo<
    ReturnType<typeof visibleStatements>
  >,
): ReadonlyMap<string, VisibleCredential> {
  const known = new Map(
    faces.map((face) => {
      const did = issuerDid(origin, face.slug);
      const own = keys.filter(({ owner }) => owner === face.slug);
      const bytes = logos.find(({ issuer }) => issuer === face.slug);
      const issuer = { face: faceOf(face), did, keys: own.map((key) => keyOf(key, did)) };
      return [face.slug, { issuer, logo: logoIn(face.logo, bytes) }];
    }),
  );
  const facts = new Map(achievements.map((one) => [one.id, one.facts]));
  return new Map(
    rows.map((row) => {
      const [shown, achievement] = [known.get(row.issuer), facts.get(row.achievementId)];
      if (shown === undefined || achievement === undefined) {
        throw new Error(`the credential ${row.id} has no issuer or achievement on record`);
      }
      const logged = artefacts.filter(({ credential }) => credential === row.id);
      const url = credentialUrl(origin, row.id);
      return [row.id, { url, foundIn, row, ...shown, achievement, logged, isEndorsed: false }];
    }),
  );
}
