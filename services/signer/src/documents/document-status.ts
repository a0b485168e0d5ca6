import type { DocumentStatusChange } from '@laurel/contracts/signer-rpc';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { ListPurpose } from '@laurel/core/signed-document';
import { documentIntents, documentStatuses } from '@laurel/store/private/schema';
import { and, desc, eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { publishChangedStatusLists } from '../status/publish.ts';
import type { StatusPlace } from '../status/reserve.ts';
import { clearingEntry, settingEntry } from '../status/set.ts';
import { testIssuer } from './test-issuer.ts';

/** The most documents of one name that are changed together. */
const MAX_DOCUMENTS = 20;

/**
 * Sets or clears the entries of a test issuer's documents of one name, the newest of them if there are
 * many, and publishes the lists. Where one of the statuses cannot be set, none is. A revocation is not taken
 * back. May be repeated.
 */
export async function setDocumentStatus(
  signing: Signing,
  { issuer: slug, credentialId, statuses }: DocumentStatusChange,
): Promise<Result<null, Failure>> {
  const issuer = await testIssuer(signing, slug);
  if (!issuer.ok) return issuer;
  if (statuses.some(({ purpose, set }) => purpose === 'revocation' && !set)) {
    return refuse({
      reason: 'request_invalid',
      issues: [{ pointer: '/status', detail: 'What was revoked stays revoked.' }],
    });
  }
  const changes = await Promise.all(
    statuses.map(async ({ purpose, set }) => {
      const places = await placesOf(signing, slug, credentialId, purpose);
      return places.flatMap((place) =>
        set ? [...settingEntry(signing, place)] : [...clearingEntry(signing, place)],
      );
    }),
  );
  const [first, ...rest] = changes.flat();
  if (first === undefined || changes.some((statements) => statements.length === 0)) {
    return refuse({ reason: 'document_status_unknown' });
  }
  await signing.publicStore.batch([first, ...rest]);
  await publishChangedStatusLists(signing);
  return ok(null);
}

/** Where the entries of a purpose are. */
function placesOf(
  { privateStore }: Signing,
  slug: string,
  credentialId: string,
  purpose: ListPurpose,
): Promise<readonly StatusPlace[]> {
  return privateStore
    .select({ list: documentStatuses.list, index: documentStatuses.index })
    .from(documentStatuses)
    .innerJoin(documentIntents, eq(documentIntents.id, documentStatuses.document))
    .where(
      and(
        eq(documentIntents.issuer, slug),
        eq(documentIntents.credentialId, credentialId),
        eq(documentIntents.state, 'released'),
        eq(documentStatuses.purpose, purpose),
      ),
    )
    .orderBy(desc(documentIntents.recordedAtSeconds))
    .limit(MAX_DOCUMENTS);
}
