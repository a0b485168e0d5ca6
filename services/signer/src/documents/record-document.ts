import type { SignDocumentRequest } from '@laurel/contracts/signer-rpc';
import { statusListUrl } from '@laurel/core/addresses';
import { type JsonObject, stringAt } from '@laurel/core/json';
import { statusEntry } from '@laurel/core/status-entry';
import { documentIntents, documentStatuses } from '@laurel/store/private/schema';
import { listOf } from '@laurel/verification/ours/claims-to-be-ours';
import type { Signing } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { reserveStatusEntries } from '../status/reserve.ts';
import type { TestIssuer } from './test-issuer.ts';

/** What is about to be signed, and under which id that is on record. */
export type RecordedDocument = { readonly id: string; readonly document: JsonObject };

/** Draws the status entries that a document is to get, and records it before the key is used. */
export async function recordDocument(
  signing: Signing,
  { slug, key }: TestIssuer,
  request: SignDocumentRequest,
  sound: JsonObject,
): Promise<RecordedDocument> {
  const id = freshId();
  const statuses = await Promise.all(
    [...new Set(request.purposes)].map(async (purpose) => {
      const [place] = await reserveStatusEntries(signing, slug, 1, purpose);
      if (place === undefined) throw new Error('no status entry was drawn');
      return { document: id, purpose, ...place };
    }),
  );
  const document = withEntries(
    sound,
    statuses.map(({ purpose, list, index }) =>
      statusEntry({ listUrl: statusListUrl(signing.origin, list), index }, purpose),
    ),
  );
  await signing.privateStore.batch([
    signing.privateStore.insert(documentIntents).values({
      id,
      issuer: slug,
      credentialId: request.credentialId ?? stringAt(document, 'id'),
      form: request.form,
      document,
      ed25519KeyId: key.id,
      recordedAtSeconds: signing.nowSeconds,
      state: 'recorded',
    }),
    ...statuses.map((status) => signing.privateStore.insert(documentStatuses).values(status)),
  ]);
  return { id, document };
}

/** One entry is an object, as most verifiers read only that; several are a list. */
function withEntries(document: JsonObject, entries: readonly JsonObject[]): JsonObject {
  if (entries.length === 0) return document;
  const { credentialStatus } = document;
  const [first, ...rest] = [...listOf(credentialStatus).filter(isEntry), ...entries];
  return first === undefined
    ? document
    : { ...document, credentialStatus: rest.length === 0 ? first : [first, ...rest] };
}

function isEntry(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}
