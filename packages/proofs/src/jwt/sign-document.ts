import type { JsonObject } from '@laurel/core/json';
import { SignJWT } from 'jose';
import type { SigningKey } from '../data-integrity/sign.ts';

/**
 * A document of any shape as a compact JWS whose payload it is, with no claim besides (W3C VC-JOSE-COSE,
 * Section 3.1.1). Deterministic.
 *
 * @param keyId the id by which the issuer that the document names publishes the key.
 */
export async function documentJwt(
  document: JsonObject,
  { privateKey }: SigningKey,
  keyId: string,
): Promise<string> {
  return new SignJWT({ ...document })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: keyId })
    .sign(privateKey);
}
