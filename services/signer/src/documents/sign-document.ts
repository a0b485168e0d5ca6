import type { SignDocumentRequest } from '@laurel/contracts/signer-rpc';
import type { Failure } from '@laurel/core/failure';
import type { JsonObject } from '@laurel/core/json';
import { ok, type Result } from '@laurel/core/result';
import { documentIntents } from '@laurel/store/private/schema';
import { and, eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { signingKey } from '../keys/load.ts';
import { areCompromised, refuseCompromised } from '../keys/refuse-compromised.ts';
import { logPending } from '../log/log-pending.ts';
import { documentToSign } from './document-to-sign.ts';
import { recordDocument } from './record-document.ts';
import { mustVerifyDocument, securedDocument } from './secured-document.ts';
import { testIssuer } from './test-issuer.ts';

/**
 * Signs a document of any shape for a test issuer. It is recorded before the key is used, verified and
 * waiting for the log before it is released, and released before it is answered: what no caller came to see is abandoned by the next
 * cron, and no signature is unknown.
 */
export async function signDocument(
  signing: Signing,
  request: SignDocumentRequest,
): Promise<Result<JsonObject, Failure>> {
  const issuer = await testIssuer(signing, request.issuer);
  if (!issuer.ok) return issuer;
  const sound = await documentToSign(request, signing.origin, issuer.value);
  if (!sound.ok) return sound;
  const { key } = issuer.value;
  const { id, document } = await recordDocument(
    signing,
    issuer.value,
    request,
    sound.value.document,
  );
  const secured = await securedDocument(
    document,
    request.form,
    sound.value.name,
    await signingKey(signing, request.issuer, key),
    signing.nowSeconds,
  );
  await mustVerifyDocument(secured, request.form, key);
  const logging = await logPending(signing, [{ of: 'test_document', text: secured }]);
  try {
    await signing.publicStore.batch([refuseCompromised(signing, [key.id]), ...logging]);
  } catch (defect) {
    if (!(await areCompromised(signing, [key.id]))) throw defect;
    // What was signed is thrown away, its record is abandoned, and the next key signs.
    return signDocument(signing, request);
  }
  await signing.privateStore
    .update(documentIntents)
    .set({ state: 'released', document: null, digest: await digestOf(secured) })
    .where(and(eq(documentIntents.id, id), eq(documentIntents.state, 'recorded')));
  return ok(JSON.parse(secured));
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
