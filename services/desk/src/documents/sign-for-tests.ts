import type { IssueDocumentRequest } from '@laurel/contracts/document-requests';
import type { Failure } from '@laurel/core/failure';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { type Result, refuse } from '@laurel/core/result';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

/**
 * Has a document signed for the test issuer that somebody acts for. The signer judges it and keeps the
 * record; the trail says by whom it was asked.
 */
export async function signForTests(
  desk: Desk,
  { issuer, accountId }: Actor,
  { credential, options }: IssueDocumentRequest,
): Promise<Result<JsonObject, Failure>> {
  const { cryptosuite, format, credentialStatus = [], credentialId = null } = options;
  if (!isJsonObject(credential)) throw new Error('the schema let a document through that is none');
  const form = format ?? cryptosuite ?? 'eddsa-rdfc-2022';
  const signed = await desk.signer.signDocument({
    issuer,
    document: credential,
    form,
    purposes: [credentialStatus].flat().map(({ statusPurpose }) => statusPurpose),
    credentialId,
  });
  if (!signed.ok) return refuse(signed.failure);
  const entry = auditing(desk, {
    issuer,
    actor: accountId,
    act: 'document_signed',
    subject: issuer,
    details: { form },
  });
  await desk.store.batch([entry.before, entry.after]);
  return signed;
}
