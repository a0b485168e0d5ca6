import type { JsonObject } from './json.ts';

/** A place in a status list. */
export type StatusPlace = { readonly listUrl: string; readonly index: number };

/** The place at which a status of a credential is told, as it names it (W3C Bitstring Status List v1.0, Section 2.1). */
export function statusEntry(
  { listUrl, index }: StatusPlace,
  purpose: string = 'revocation',
): JsonObject {
  return {
    id: `${listUrl}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: listUrl,
  };
}
