import { ROOT_OWNER } from '@laurel/core/key-owners';
import { inSet } from '@laurel/store/in-set';
import { keyHistories } from '@laurel/store/public/key-histories';
import { statusLists } from '@laurel/store/public/status-lists';
import { inArray } from 'drizzle-orm';
import { proofsOf } from '../log/proof-of.ts';
import type { PublicDatabase, PublicDatabases } from '../record/database.ts';
import type { Visible } from '../record/visible-credential.ts';

/** What of a credential, or of a learner record, leads to what stands beside it. */
export type Signed = Pick<Visible, 'row' | 'logged' | 'foundIn'>;

/** What stands beside credentials in their bundles, as it is served. */
export type PublicDocuments = {
  /** Signed histories of keys, by the issuer's slug; that of the service by {@link ROOT_OWNER}. */
  readonly histories: ReadonlyMap<string, string>;
  /** Signed status lists, by their ids. */
  readonly lists: ReadonlyMap<string, string>;
  /** What shows that signed forms stand in the log, by the credential's id. */
  readonly logProofs: ReadonlyMap<string, readonly { readonly proof: string }[]>;
};

/** All that the bundles of these credentials need: of each database what is theirs, and the service's keys. */
export async function publicDocumentsFor(
  { first }: PublicDatabases,
  found: readonly Signed[],
): Promise<PublicDocuments> {
  const places = Map.groupBy(found, ({ foundIn }) => foundIn);
  const parts = await Promise.all([...places].map(([db, own]) => documentsIn(db, own)));
  if (!places.has(first)) parts.push(await documentsIn(first, []));
  return {
    histories: new Map(parts.flatMap(({ histories }) => [...histories])),
    lists: new Map(parts.flatMap(({ lists }) => [...lists])),
    logProofs: new Map(parts.flatMap(({ logProofs }) => [...logProofs])),
  };
}

async function documentsIn(db: PublicDatabase, found: readonly Signed[]): Promise<PublicDocuments> {
  const issuers = [...new Set(found.map(({ row }) => row.issuer)), ROOT_OWNER];
  const ids = [...new Set(found.map(({ row }) => row.statusList))];
  const artefacts = found.flatMap(({ logged }) => logged);
  const proofs = await proofsOf(db, artefacts);
  const [histories, lists] = await db.batch([
    db
      .select({ issuer: keyHistories.issuer, document: keyHistories.document })
      .from(keyHistories)
      .where(inArray(keyHistories.issuer, inSet(issuers))),
    db
      .select({ id: statusLists.id, document: statusLists.document })
      .from(statusLists)
      .where(inArray(statusLists.id, inSet(ids))),
  ]);
  return {
    histories: new Map(histories.map(({ issuer, document }) => [issuer, document])),
    lists: new Map(lists.map(({ id, document }) => [id, document])),
    logProofs: Map.groupBy(
      artefacts.flatMap(({ credential }, at) => {
        const proof = proofs[at] ?? null;
        return proof === null ? [] : [{ credential, proof }];
      }),
      ({ credential }) => credential,
    ),
  };
}
