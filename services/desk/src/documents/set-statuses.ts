import type { DocumentStatusRequest } from '@laurel/contracts/document-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { ListPurpose } from '@laurel/core/signed-document';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

/** How a document stands, as the answer has it. */
type Stands = { readonly statusPurpose: ListPurpose; readonly status: boolean };

/** Sets or clears the status of a test issuer's documents, purpose by purpose; the first refusal ends it. */
export async function setStatuses(
  desk: Desk,
  { issuer, accountId }: Actor,
  { credentialId, credentialStatus, status = true }: DocumentStatusRequest,
): Promise<Result<readonly Stands[], Failure>> {
  const stand: Stands[] = [];
  for (const said of [credentialStatus].flat()) {
    const set = said.status === undefined ? status : said.status === '1';
    const purpose = said.statusPurpose;
    const done = await desk.signer.setDocumentStatus({ issuer, credentialId, purpose, set });
    if (!done.ok) return refuse(done.failure);
    const entry = auditing(desk, {
      issuer,
      actor: accountId,
      act: 'document_status_set',
      subject: issuer,
      details: { purpose, status: set ? 1 : 0 },
    });
    await desk.store.batch([entry.before, entry.after]);
    stand.push({ statusPurpose: purpose, status: set });
  }
  return ok(stand);
}
