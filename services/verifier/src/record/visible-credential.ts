import type { Achievement } from '@laurel/core/achievement';
import { credentialUrl, issuerDid, serviceDid } from '@laurel/core/addresses';
import { RECORD_OWNER } from '@laurel/core/key-owners';
import { SERVICE_FACE } from '@laurel/core/service-face';
import { publishedAchievements } from '@laurel/store/public/achievements';
import { credentials } from '@laurel/store/public/credentials';
import { issuerLogos, issuers } from '@laurel/store/public/issuers';
import { logSalts } from '@laurel/store/public/log';
import { verificationKeys } from '@laurel/store/public/verification-keys';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { type BesideDocument, subtreesBeside } from '../log/beside-document.ts';
import { newestCheckpoint, signedHead } from '../log/checkpoint.ts';
import { artefactsLogged, type LoggedArtefact } from '../log/log-place.ts';
import { firstFound, type PublicDatabase, type PublicDatabases } from './database.ts';
import { faceOf, type IssuerOnRecord } from './issuer.ts';
import { logoIn, type StoredLogo } from './issuer-logo.ts';
import { keyOf } from './keys.ts';
import { shown } from './shown.ts';

export type VisibleCredential = {
  readonly url: string;
  readonly foundIn: PublicDatabase;
  readonly row: typeof credentials.$inferSelect;
  readonly issuer: IssuerOnRecord;
  readonly achievement: Achievement;
  /** What leads to its signed artefacts in the log. */
  readonly logged: readonly LoggedArtefact[];
  /** Null where it was not asked for, too. */
  readonly logo: StoredLogo | null;
  /** Whether anything is shown that endorses it; false where it was not asked for, too. */
  readonly isEndorsed: boolean;
};

/** A learner record or an endorsement that is shown: the service issues it, and it recognises nothing by itself. */
export type VisibleRecord = Omit<VisibleCredential, 'achievement' | 'logo' | 'isEndorsed'> & {
  readonly achievement: null;
};

export type Visible = VisibleCredential | VisibleRecord;

/** The credential that took its place, as long as the holder shows that one too. */
const SHOWN_SUCCESSOR = sql<string | null>`(
  select fresh.id from credentials fresh
  where fresh.id = credentials.superseded_by and credentials.state = 'superseded'
    and fresh.visible = 1 and fresh.state not in ('withdrawn', 'revoked'))`;

/** The same as {@link findShown}, of what recognises somebody: a learner record or an endorsement is answered like nothing. */
export async function findVisible(
  databases: PublicDatabases,
  origin: string,
  id: string,
  wanted: Wanted = {},
): Promise<VisibleCredential | null> {
  const found = await findShown(databases, origin, id, wanted);
  return found === null || found.achievement === null ? null : found;
}

/** Whether anything is shown that endorses it. */
const IS_ENDORSED = sql<boolean>`exists (select 1 from credentials endorsement
  where endorsement.endorses = credentials.id and endorsement.visible = 1
    and endorsement.state = 'active')`.mapWith(Boolean);

type Wanted = { readonly withLogo?: boolean };

/**
 * A credential, a learner record or an endorsement whose link is on, with all that its page needs, in one round trip of five statements,
 * each by an index, to each database in which it may be; of a sixth with the bytes of its issuer’s logo, for what is going to be drawn. Null
 * alike for hidden, unknown and malformed ids, after the same statements: the wish of the holder is part
 * of the condition, so that a hidden row is not even fetched.
 */
export function findShown(
  databases: PublicDatabases,
  origin: string,
  id: string,
  wanted: Wanted = {},
): Promise<Visible | null> {
  return firstFound(databases.ofId(id), (db) => findShownIn(db, origin, id, wanted));
}

async function findShownIn(
  db: PublicDatabase,
  origin: string,
  id: string,
  { withLogo = false }: Wanted,
): Promise<Visible | null> {
  const statements = shownStatements(db, id);
  if (!withLogo) return assembled(db, origin, id, await db.batch(statements));
  const [rows, faces, keys, achievements, logged, logos] = await db.batch([
    ...statements,
    db
      .select()
      .from(issuerLogos)
      .where(eq(issuerLogos.issuer, issuerOfShown(db, id))),
  ]);
  return assembled(db, origin, id, [rows, faces, keys, achievements, logged], logos);
}

export type VisibleWithProof = {
  readonly found: Visible;
  /** What its document is proven by to be in the log. */
  readonly beside: BesideDocument;
};

/** The same, with what shows that it is in the log, in one round trip of seven statements. */
export function findShownWithProof(
  databases: PublicDatabases,
  origin: string,
  id: string,
): Promise<VisibleWithProof | null> {
  return firstFound(databases.ofId(id), (db) => findWithProofIn(db, origin, id));
}

async function findWithProofIn(
  db: PublicDatabase,
  origin: string,
  id: string,
): Promise<VisibleWithProof | null> {
  const [rows, faces, keys, achievements, logged, heads, subtrees] = await db.batch([
    ...shownStatements(db, id),
    newestCheckpoint(db),
    subtreesBeside(db, idOfShown(db, id)),
  ]);
  const found = assembled(db, origin, id, [rows, faces, keys, achievements, logged]);
  return found === null ? null : { found, beside: { head: signedHead(heads), subtrees } };
}

function issuerOfShown(db: PublicDatabase, id: string) {
  return db.select({ issuer: credentials.issuer }).from(credentials).where(shown(id));
}

function idOfShown(db: PublicDatabase, id: string) {
  return db.select({ id: credentials.id }).from(credentials).where(shown(id));
}

function shownStatements(db: PublicDatabase, id: string) {
  const issuer = issuerOfShown(db, id);
  const achievementId = db
    .select({ achievementId: credentials.achievementId })
    .from(credentials)
    .where(shown(id));
  return [
    db
      .select({
        ...getTableColumns(credentials),
        supersededBy: SHOWN_SUCCESSOR,
        isEndorsed: IS_ENDORSED,
      })
      .from(credentials)
      .where(shown(id)),
    db.select().from(issuers).where(eq(issuers.slug, issuer)),
    db.select().from(verificationKeys).where(eq(verificationKeys.owner, issuer)),
    db.select().from(publishedAchievements).where(eq(publishedAchievements.id, achievementId)),
    artefactsLogged(db, eq(logSalts.credential, idOfShown(db, id))),
  ] as const;
}

type AnswersTo<Statements extends readonly unknown[]> = {
  readonly [Place in keyof Statements]: Awaited<Statements[Place]>;
};

function assembled(
  foundIn: PublicDatabase,
  origin: string,
  id: string,
  [[row], [face], keys, [achievement], logged]: AnswersTo<ReturnType<typeof shownStatements>>,
  logos: readonly { readonly bytes: string }[] = [],
): Visible | null {
  if (row === undefined) return null;
  if (row.issuer === RECORD_OWNER) {
    const did = serviceDid(origin);
    return {
      url: credentialUrl(origin, id),
      foundIn,
      row,
      issuer: { face: SERVICE_FACE, did, keys: keys.map((key) => keyOf(key, did)) },
      achievement: null,
      logged,
    };
  }
  if (face === undefined || achievement === undefined) {
    throw new Error(`the credential ${id} has no issuer or achievement on record`);
  }
  const did = issuerDid(origin, face.slug);
  return {
    url: credentialUrl(origin, id),
    foundIn,
    row,
    issuer: { face: faceOf(face), did, keys: keys.map((key) => keyOf(key, did)) },
    achievement: achievement.facts,
    logged,
    logo: logoIn(face.logo, logos[0]),
    isEndorsed: row.isEndorsed,
  };
}
