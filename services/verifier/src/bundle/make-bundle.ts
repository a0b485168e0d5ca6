import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { ROOT_OWNER } from '@laurel/core/key-owners';
import { BUNDLE_FORMAT, type ProofBundle } from '@laurel/offline/bundle';
import type { VisibleCredential } from '../record/visible-credential.ts';
import type { PublicDocuments } from './public-documents.ts';

/**
 * What is needed to verify a credential without us, as it stands at a moment: each document in it is one
 * that its own address serves.
 *
 * @param credential the signed document; null where it stands beside.
 */
export function bundleOf(
  { row }: VisibleCredential,
  { histories, lists, logProofs }: PublicDocuments,
  credential: string | null,
  nowSeconds: number,
): string {
  const issuerKeys = histories.get(row.issuer);
  const list = lists.get(row.statusList);
  if (issuerKeys === undefined || list === undefined) {
    throw new Error(`the credential ${row.id} has no keys or no status list on record`);
  }
  const serviceKeys = histories.get(ROOT_OWNER);
  const madeAt = new Date(nowSeconds * 1000).toISOString().replace('.000', '');
  const bundle: ProofBundle = {
    format: BUNDLE_FORMAT,
    madeAt,
    credential,
    issuerKeys: objectIn(issuerKeys),
    serviceKeys: serviceKeys === undefined ? null : objectIn(serviceKeys),
    log: (logProofs.get(row.id) ?? []).map(({ proof }) => proof),
    status: { takenAt: madeAt, list: objectIn(list) },
  };
  return JSON.stringify(bundle);
}

function objectIn(document: string): JsonObject {
  const value: unknown = JSON.parse(document);
  if (!isJsonObject(value)) throw new Error('a public document is not an object');
  return value;
}
