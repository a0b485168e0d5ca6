import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { didDocument } from '@laurel/core/did-document';
import type { JsonObject } from '@laurel/core/json';
import { methodId, type VerificationKey } from '@laurel/core/verification-key';
import { CONTEXTS } from '@laurel/proofs/contexts';
import type { SigningKey } from '@laurel/proofs/data-integrity/sign';
import { DID, NOW_SECONDS } from './sample.ts';

/** Everything that the peer may ask for, from memory. */
function loaderFor(key: VerificationKey) {
  const id = methodId(key);
  const documents = new Map<string, object>([
    ...CONTEXTS,
    [DID, didDocument(DID, [{ ...key, compromisedAtSeconds: null }])],
    [
      id,
      {
        '@context': 'https://w3id.org/security/multikey/v1',
        id,
        type: 'Multikey',
        controller: DID,
        publicKeyMultibase: key.multibase,
      },
    ],
  ]);
  return async (url: string) => {
    const document = documents.get(url);
    if (document === undefined) throw new Error(`nothing for ${url}`);
    return { documentUrl: url, document, contextUrl: null };
  };
}

/** Signs by `@digitalbazaar/vc`, with the platform's Ed25519, as that of its own is slower. */
export function signedByVc(
  document: JsonObject,
  { publicKey, privateKey }: SigningKey,
): Promise<JsonObject> {
  const signer = {
    id: methodId(publicKey),
    algorithm: 'Ed25519',
    sign: async ({ data }: { data: Uint8Array<ArrayBuffer> }) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, data)),
  };
  return vc.issue({
    credential: structuredClone(document),
    suite: new DataIntegrityProof({
      cryptosuite,
      signer,
      date: new Date(NOW_SECONDS * 1000).toISOString(),
    }),
    documentLoader: loaderFor(publicKey),
  });
}

/** Verifies by `@digitalbazaar/vc`, whose status is answered from memory too. Throws where it is not good. */
export async function verifyByVc(text: string, key: VerificationKey): Promise<void> {
  const { verified, error } = await vc.verifyCredential({
    credential: JSON.parse(text),
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(key),
    now: new Date(NOW_SECONDS * 1000),
    checkStatus: async () => ({ verified: true }),
  });
  if (!verified) throw new Error('the peer does not verify it', { cause: error });
}
