import type { JsonObject } from '@laurel/core/json';
import type { VerificationKey } from '@laurel/core/verification-key';
import type { PublicKey } from '../keys/public-key.ts';
import { base58btc } from '../multibase.ts';
import { EDDSA_SUITES, type EddsaSuite } from './eddsa-suites.ts';
import { vendoredContexts } from './not-reduced.ts';
import type { SigningKey } from './sign.ts';

/** A document of any shape, and how it is to be secured. */
export type DocumentToSign = {
  readonly document: JsonObject;
  readonly suite: EddsaSuite;
  /** The id by which the issuer that the document names publishes the key. */
  readonly verificationMethod: string;
  readonly createdAtSeconds: number;
};

/**
 * Adds one proof to a document that has none (W3C Data Integrity EdDSA Cryptosuites 1.0, Sections 3.2.1 and
 * 3.3.1). Throws where the document is no sound linked data, which `linkedDataFault` says beforehand.
 */
export async function withEddsaProof(
  { document, suite, verificationMethod, createdAtSeconds }: DocumentToSign,
  { publicKey, privateKey }: SigningKey,
): Promise<JsonObject> {
  const context = document['@context'];
  const repeatsContext = EDDSA_SUITES[suite].signsJson && context !== undefined;
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: suite,
    created: new Date(createdAtSeconds * 1000).toISOString().replace('.000', ''),
    verificationMethod,
    proofPurpose: 'assertionMethod',
    ...(repeatsContext ? { '@context': context } : {}),
  };
  const data = await dataOf(document, proof, suite, publicKey);
  const signature = await crypto.subtle.sign('Ed25519', privateKey, data);
  return { ...document, proof: { ...proof, proofValue: base58btc(new Uint8Array(signature)) } };
}

async function dataOf(
  document: JsonObject,
  proof: JsonObject,
  suite: EddsaSuite,
  key: VerificationKey,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await EDDSA_SUITES[suite].dataSigned({
      document: structuredClone(document),
      proof: structuredClone(proof),
      key: publicPart(key),
      documentLoader: vendoredContexts([]),
      work: { spent: 0 },
    }),
  );
}

function publicPart({ jwk }: VerificationKey): PublicKey {
  return { kind: 'Ed25519', jwk };
}
