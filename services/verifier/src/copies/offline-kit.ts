import type { OfflineKit } from '@laurel/contracts/verifier-rpc';
import { issuerDid, serviceDid } from '@laurel/core/addresses';
import { didDocument } from '@laurel/core/did-document';
import { RECORD_OWNER, ROOT_OWNER } from '@laurel/core/key-owners';
import { inSet } from '@laurel/store/in-set';
import { keyHistories } from '@laurel/store/public/key-histories';
import { verificationKeys } from '@laurel/store/public/verification-keys';
import { asc, inArray } from 'drizzle-orm';
import type { VerifierEnv } from '../env.ts';
import { type PublicDatabase, publicDatabases } from '../record/database.ts';
import { keyOf } from '../record/keys.ts';
import { offlineVerifierPage, rootKeys } from '../routes/offline-verifier.ts';

/** What one needs of us to verify files without us: what the service serves at addresses of its own, at once. */
export async function offlineKit(
  env: VerifierEnv,
  issuers: readonly string[],
): Promise<OfflineKit> {
  const { each } = publicDatabases(env);
  const owners = [ROOT_OWNER, ...new Set(issuers)];
  const parts = await Promise.all(each.map((db) => publishedIn(db, owners)));
  // The keys of the service are in each database.
  const keys = [...new Map(parts.flatMap(([own]) => own.map((key) => [key.id, key]))).values()];
  const histories = parts.flatMap(([, own]) => own);
  const historyOf = new Map(histories.map(({ owner, document }) => [owner, document]));
  return {
    keys: owners.map((owner) => {
      const isService = owner === ROOT_OWNER;
      const did = isService ? serviceDid(env.LAUREL_ORIGIN) : issuerDid(env.LAUREL_ORIGIN, owner);
      // The service answers for its root keys first, and then for those that sign records.
      const own = [owner, ...(isService ? [RECORD_OWNER] : [])].flatMap((whose) =>
        keys.filter((key) => key.owner === whose),
      );
      const published = own.map((key) => keyOf(key, did));
      return {
        owner,
        didDocument: JSON.stringify(didDocument(did, published)),
        history: historyOf.get(owner) ?? null,
      };
    }),
    roots: await rootKeys(env),
    verifier: await offlineVerifierPage(env),
  };
}

function publishedIn(db: PublicDatabase, owners: readonly string[]) {
  return db.batch([
    db
      .select()
      .from(verificationKeys)
      .where(inArray(verificationKeys.owner, inSet([...owners, RECORD_OWNER])))
      .orderBy(asc(verificationKeys.createdAtSeconds), asc(verificationKeys.id)),
    db
      .select({ owner: keyHistories.issuer, document: keyHistories.document })
      .from(keyHistories)
      .where(inArray(keyHistories.issuer, inSet(owners))),
  ]);
}
