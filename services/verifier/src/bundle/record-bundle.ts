import { credentialIdIn } from '@laurel/core/addresses';
import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { heldIn } from '@laurel/core/learner-record';
import type { ProofBundle } from '@laurel/offline/bundle';
import { inSet } from '@laurel/store/in-set';
import { credentials } from '@laurel/store/public/credentials';
import { logSalts } from '@laurel/store/public/log';
import { inArray } from 'drizzle-orm';
import { artefactsLogged } from '../log/log-place.ts';
import type { PublicDatabase, PublicDatabases } from '../record/database.ts';
import type { VisibleRecord } from '../record/visible-credential.ts';
import { bundleFor } from './make-bundle.ts';
import { publicDocumentsFor, type Signed } from './public-documents.ts';

/**
 * What is needed to verify a learner record without us, and with it each credential that it holds, in their
 * order; whether or not their own links are on, as their bytes are in the record.
 */
export async function bundleOfRecord(
  databases: PublicDatabases,
  found: VisibleRecord,
  document: string,
  nowSeconds: number,
): Promise<string> {
  const ids = idsHeldIn(JSON.parse(document), found.url);
  const rows = (await Promise.all(databases.each.map((db) => heldRows(db, ids)))).flat();
  const held = ids.flatMap((id) => rows.find(({ row }) => row.id === id) ?? []);
  const documents = await publicDocumentsFor(databases, [found, ...held]);
  const bundle: ProofBundle = {
    ...bundleFor(found, documents, document, nowSeconds),
    held: held.map((one) => bundleFor(one, documents, null, nowSeconds)),
  };
  return JSON.stringify(bundle);
}

/** The ids of the credentials of ours that a record holds, in their order. */
function idsHeldIn(record: JsonObject, url: string): readonly string[] {
  const { origin } = new URL(url);
  return heldIn(record).flatMap((one) => {
    const address = isJsonObject(one) ? stringAt(one, 'id') : null;
    return credentialIdIn(origin, address ?? '') ?? [];
  });
}

async function heldRows(db: PublicDatabase, ids: readonly string[]): Promise<readonly Signed[]> {
  const [rows, logged] = await db.batch([
    db
      .select()
      .from(credentials)
      .where(inArray(credentials.id, inSet(ids))),
    artefactsLogged(db, inArray(logSalts.credential, inSet(ids))),
  ]);
  return rows.map((row) => ({
    row,
    foundIn: db,
    logged: logged.filter(({ credential }) => credential === row.id),
  }));
}
