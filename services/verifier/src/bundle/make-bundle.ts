import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { RECORD_OWNER, ROOT_OWNER } from '@laurel/core/key-owners';
import { BUNDLE_FORMAT, type ProofBundle } from '@laurel/offline/bundle';
import type { PublicDocuments, Signed } from './public-documents.ts';

/**
 * What is needed to verify a credential without us, as it stands at a moment: each document in it is one
 * that its own address serves.
 *
 * @param credential the signed document; null where it stands beside.
 */
export function bundleOf(
  found: Signed,
  documents: PublicDocuments,
  credential: string | null,
  nowSeconds: number,
): string {
  return JSON.stringify(bundleFor(found, documents, credential, nowSeconds));
}

/** The same before it is written down, to be part of another. */
export function bundleFor(
  { row }: Signed,
  { histories, lists, logProofs }: PublicDocuments,
  credential: string | null,
  nowSeconds: number,
): ProofBundle {
  // The keys that sign records are in the history of the service.
  const issuerKeys = histories.get(row.issuer === RECORD_OWNER ? ROOT_OWNER : row.issuer);
  const list = lists.get(row.statusList);
  if (issuerKeys === undefined || list === undefined) {
    throw new Error(`the credential ${row.id} has no keys or no status list on record`);
  }
  const serviceKeys = histories.get(ROOT_OWNER);
  const madeAt = new Date(nowSeconds * 1000).toISOString().replace('.000', '');
  return {
    format: BUNDLE_FORMAT,
    madeAt,
    credential,
    issuerKeys: objectIn(issuerKeys),
    serviceKeys: serviceKeys === undefined ? null : objectIn(serviceKeys),
    log: (logProofs.get(row.id) ?? []).map(({ proof }) => proof),
    status: { takenAt: madeAt, list: objectIn(list) },
  };
}

function objectIn(document: string): JsonObject {
  const value: unknown = JSON.parse(document);
  if (!isJsonObject(value)) throw new Error('a public document is not an object');
  return value;
}
