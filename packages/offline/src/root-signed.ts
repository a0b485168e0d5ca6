import { serviceDid } from '@laurel/core/addresses';
import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { hasGoodProof } from '@laurel/proofs/data-integrity/verify';
import { keyOfMultibase } from '@laurel/proofs/keys/multikey';

/** A root key, known from elsewhere than the file that is verified: Ed25519, as a Multikey (`z6Mk…`). */
export type RootKey = string;

const ROOT_KEY = /^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/;

/** True for what has the form of a root key. */
export function isRootKey(text: string): text is RootKey {
  return ROOT_KEY.test(text);
}

/** True where one of these root keys signed the document in the name of the service at an origin. */
export async function isRootSigned(
  document: JsonObject,
  origin: string,
  roots: readonly RootKey[],
): Promise<boolean> {
  const { proof } = document;
  const method = isJsonObject(proof) ? (stringAt(proof, 'verificationMethod') ?? '') : '';
  if (!method.startsWith(`${serviceDid(origin)}#`)) return false;
  for (const root of roots) {
    const key = await keyOfMultibase(root);
    if (key !== null && (await hasGoodProof(document, 'eddsa-jcs-2022', key.jwk))) return true;
  }
  return false;
}
