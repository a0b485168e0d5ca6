import { MAX_RECORD_COPIES, type NoFiles } from '@laurel/contracts/verifier-rpc';
import { credentialUrl } from '@laurel/core/addresses';
import { RECORD_OWNER } from '@laurel/core/key-owners';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { credentials } from '@laurel/store/public/credentials';
import { logSalts } from '@laurel/store/public/log';
import { and, eq, inArray } from 'drizzle-orm';
import { bundleOfRecord } from '../bundle/record-bundle.ts';
import type { VerifierEnv } from '../env.ts';
import { artefactsLogged } from '../log/log-place.ts';
import { type PublicDatabase, publicDatabases } from '../record/database.ts';
import { findService } from '../record/service.ts';
import type { VisibleRecord } from '../record/visible-credential.ts';
import { copyIn, standingOfCopy } from './standing-of-copy.ts';

/** What verifies each learner record that is handed over without us, once it was found to be ours. */
export async function bundlesOfRecords(
  env: VerifierEnv,
  texts: readonly string[],
  nowSeconds: number,
): Promise<readonly Result<string, NoFiles>[]> {
  if (texts.length > MAX_RECORD_COPIES) throw new Error('too many records for one call');
  const { LAUREL_ORIGIN } = env;
  const databases = publicDatabases(env);
  const copies = texts.map((text) => copyIn(text, LAUREL_ORIGIN));
  const ids = copies.flatMap((copy) => copy?.id ?? []);
  const found = await findSignedRecords(databases.first, LAUREL_ORIGIN, ids);
  return Promise.all(
    copies.map(async (copy) => {
      if (copy === null) return refuse<NoFiles>('not_ours');
      const standing = await standingOfCopy(copy, found.get(copy.id), LAUREL_ORIGIN, nowSeconds);
      return standing.ok
        ? ok(await bundleOfRecord(databases, standing.value, copy.text, nowSeconds))
        : standing;
    }),
  );
}

/** Learner records by their ids, whether or not their links are on. */
async function findSignedRecords(
  db: PublicDatabase,
  origin: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VisibleRecord>> {
  const issuer = await findService(db, origin);
  if (issuer === null) return new Map();
  const [rows, logged] = await db.batch([
    db
      .select()
      .from(credentials)
      .where(and(inArray(credentials.id, inSet(ids)), eq(credentials.issuer, RECORD_OWNER))),
    artefactsLogged(db, inArray(logSalts.credential, inSet(ids))),
  ]);
  return new Map(
    rows.map((row) => {
      const own = logged.filter(({ credential }) => credential === row.id);
      const url = credentialUrl(origin, row.id);
      return [row.id, { url, foundIn: db, row, issuer, achievement: null, logged: own }];
    }),
  );
}
