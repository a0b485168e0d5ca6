import type { CollectionContent } from '@laurel/contracts/showing-rpc';
import { collectionTextMistakes, MAX_COLLECTED } from '@laurel/core/collection';
import type { Failure, Issue } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { credentials } from '@laurel/store/public/schema';
import { and, inArray, isNotNull } from 'drizzle-orm';
import { readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';
import { releasedOf } from '../standing/released-of.ts';

/**
 * Refuses what cannot be a collection of this account. What is somebody else's is answered as what does not
 * exist.
 */
export async function mustBeCollectable(
  signing: Signing,
  holderAccountId: string,
  content: CollectionContent,
): Promise<Result<null, Failure>> {
  const { credentialIds } = content;
  const issues: Issue[] = [...collectionTextMistakes(content)].map(([field, mistake]) => ({
    pointer: `/${field}`,
    detail: `The text is refused: ${mistake}.`,
  }));
  const isOnce = new Set(credentialIds).size === credentialIds.length;
  if (credentialIds.length === 0 || credentialIds.length > MAX_COLLECTED || !isOnce) {
    const detail = `Choose 1 to ${MAX_COLLECTED} credentials, each once.`;
    issues.push({ pointer: '/credential', detail });
  }
  if (issues.length > 0) return refuse({ reason: 'request_invalid', issues });
  const held = new Set(await releasedOf(signing, holderAccountId));
  if (credentialIds.some((id) => !held.has(id))) return refuse({ reason: 'credential_unknown' });
  const standing = await readAmong(signing, credentialIds, ({ publicStore }, ids) =>
    publicStore
      .select({ id: credentials.id })
      .from(credentials)
      .where(and(inArray(credentials.id, inSet(ids)), isNotNull(credentials.document))),
  );
  return standing.length === credentialIds.length
    ? ok(null)
    : refuse({ reason: 'credential_withdrawn' });
}
