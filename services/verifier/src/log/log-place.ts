import type { SignedArtefact } from '@laurel/core/signed-artefact';
import { credentials } from '@laurel/store/public/credentials';
import { logEntries, logSalts } from '@laurel/store/public/log';
import { signatureOfDocument, signatureOfJwt } from '@laurel/verification/ours/signature-of';
import type { LogPlace } from '@laurel/verification/registry';
import { and, eq, type SQL } from 'drizzle-orm';
import type { PublicDatabase } from '../record/database.ts';

/** A signed artefact with what leads to its place in the log. */
export type LoggedArtefact = {
  readonly credential: string;
  readonly artefact: SignedArtefact;
  readonly signature: string;
  /** base64 */
  readonly salt: string;
  /** What stands in the log, base64. */
  readonly hash: string;
  /** Both are null while it waits. */
  readonly index: number | null;
  readonly loggedAtSeconds: number | null;
};

/** Every artefact there was of credentials, those among them that were signed anew since. */
export function artefactsLogged(db: PublicDatabase, where: SQL | undefined) {
  return db
    .select({
      credential: logSalts.credential,
      artefact: logSalts.artefact,
      signature: logSalts.signature,
      salt: logSalts.salt,
      hash: logSalts.hash,
      index: logEntries.index,
      loggedAtSeconds: logEntries.loggedAtSeconds,
    })
    .from(logSalts)
    .leftJoin(logEntries, eq(logEntries.hash, logSalts.hash))
    .where(where);
}

/** The signed texts of a credential as they are on record now. */
export type OnRecord = Readonly<Record<'document' | 'joseJwt' | 'rsaJwt', string | null>>;

/** Where what bears a signature stands, from all that is on record of its credential. */
export function placeAmong(
  row: OnRecord,
  logged: readonly LoggedArtefact[],
  signature: string,
): LogPlace {
  const found = logged.find((one) => one.signature === signature);
  if (found !== undefined) return placeOf(found);
  if (row.document === null) return { state: 'unlinked' };
  // Signed before there was a log, and on its way there.
  return signaturesOf(row).includes(signature) ? { state: 'waiting' } : { state: 'off_record' };
}

/** Where an artefact stands that the log knows of. */
export function placeOf({
  index,
  loggedAtSeconds,
}: Pick<LoggedArtefact, 'index' | 'loggedAtSeconds'>): LogPlace {
  return index === null || loggedAtSeconds === null
    ? { state: 'waiting' }
    : { state: 'included', index, loggedAtSeconds };
}

function signaturesOf({ document, joseJwt, rsaJwt }: OnRecord): readonly string[] {
  return [
    ...(document === null ? [] : [signatureOfDocument(JSON.parse(document))]),
    ...[joseJwt, rsaJwt].flatMap((jwt) => (jwt === null ? [] : [signatureOfJwt(jwt)])),
  ];
}

/**
 * The same for any credential of a database, hidden ones too: whoever asks has a signature that was found good. Null
 * where it has none of this id.
 */
export async function findPlace(
  db: PublicDatabase,
  id: string,
  signature: string,
): Promise<LogPlace | null> {
  const [[row], logged] = await db.batch([
    db
      .select({
        document: credentials.document,
        joseJwt: credentials.joseJwt,
        rsaJwt: credentials.rsaJwt,
      })
      .from(credentials)
      .where(eq(credentials.id, id)),
    artefactsLogged(db, and(eq(logSalts.credential, id), eq(logSalts.signature, signature))),
  ]);
  return row === undefined ? null : placeAmong(row, logged, signature);
}
