import type { DocumentStatusRequest } from '@laurel/contracts/document-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { ListPurpose } from '@laurel/core/signed-document';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

/** How a document stands, as the answer has it. */
type Stands = { readonly statusPurpose: ListPurpose; readonly status: boolean };

/** Sets or clears the status of a test issuer's documents for each purpose, or for none where one is refused. */
export async function setStatuses(
  desk: Desk,
  { issuer, accountId }: Actor,
  { credentialId, credentialStatus, status = true }: DocumentStatusRequest,
): Promise<Result<readonly Stands[], Failure>> {
  const statuses = [credentialStatus].flat().map((said) => ({
    purpose: said.statusPurpose,
    set: said.status === undefined ? status : said.status === '1',
  }));
  const done = await desk.signer.setDocumentStatus({ issuer, credentialId, statuses });
  if (!done.ok) return refuse(done.failure);
  for (const { purpose, set } of statuses) {
    const entry = auditing(desk, {
      issuer,
      actor: accountId,
      act: 'document_status_set',
      subject: issuer,
      details: { purpose, status: set ? 1 : 0 },
    });
    await desk.store.batch([entry.before, entry.after]);
  }
  return ok(statuses.map(({ purpose, set }) => ({ statusPurpose: purpose, status: set })));
}
