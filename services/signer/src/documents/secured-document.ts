import type { JsonObject } from '@laurel/core/json';
import type { DocumentForm } from '@laurel/core/signed-document';
import type { VerificationKey } from '@laurel/core/verification-key';
import { NO_FORMS } from '@laurel/proofs/canonical/known-forms';
import type { SigningKey } from '@laurel/proofs/data-integrity/sign';
import { withEddsaProof } from '@laurel/proofs/data-integrity/sign-document';
import { hasGoodProof } from '@laurel/proofs/data-integrity/verify';
import { documentJwt } from '@laurel/proofs/jwt/sign-document';
import { hasGoodSignature } from '@laurel/proofs/jwt/verify';
import { BASE_CONTEXTS } from '@laurel/verification/any/data-model/version';
import { checkFormat } from '@laurel/verification/any/format';
import { ENVELOPES } from '@laurel/verification/enveloped';
import { readPresented } from '@laurel/verification/read';
import type { IssuerName } from './issuer-named.ts';

/** A document with its proof, or its token in an envelope (VCDM 2.0, Section 4.12.1), as it leaves. */
export async function securedDocument(
  document: JsonObject,
  form: DocumentForm,
  name: IssuerName,
  key: SigningKey,
  nowSeconds: number,
): Promise<string> {
  if (form === 'vc+jwt') {
    const token = await documentJwt(document, key, name.jwkMethodId);
    return JSON.stringify({
      '@context': [BASE_CONTEXTS['2.0']],
      type: ENVELOPES.credential,
      id: `data:application/vc+jwt,${token}`,
    });
  }
  return JSON.stringify(
    await withEddsaProof(
      {
        document,
        suite: form,
        verificationMethod: name.methodId,
        createdAtSeconds: nowSeconds,
      },
      key,
    ),
  );
}

/**
 * Throws unless what leaves is what strangers will find good: its shape and its signature, by the code that
 * verifies anybody's. Its dates and its status may say whatever a test wants them to.
 */
export async function mustVerifyDocument(
  text: string,
  form: DocumentForm,
  key: VerificationKey,
): Promise<void> {
  const presented = readPresented(text);
  if (!presented.ok) throw new Error('signed what cannot be read back');
  const isSound = checkFormat(presented.value).every(({ result }) => result === 'pass');
  const isSigned =
    presented.value.form === 'jwt'
      ? form === 'vc+jwt' && (await hasGoodSignature(presented.value.token, key))
      : form !== 'vc+jwt' &&
        (await hasGoodProof(presented.value.credential, form, key.jwk, NO_FORMS));
  if (!isSound || !isSigned) throw new Error('signed a document that does not verify');
}
