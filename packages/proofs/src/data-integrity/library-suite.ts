import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import type { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { multibaseOfKey } from '../keys/multikey.ts';
import type { Secured } from './suite.ts';
import { boundedBy, type Work } from './work.ts';

type Library = typeof cryptosuite;

/** The suite of the library, whose canonization stops where it is more work than it should be. */
export function bounded(suite: Library, work: Work): Library {
  return {
    ...suite,
    canonize: (input, options) =>
      suite.canonize(input, {
        ...options,
        ...boundedBy(work, options.messageDigestAlgorithm ?? 'SHA-256'),
      }),
  };
}

/** ECDSA takes the digest that fits the key, which its libraries read as a Multikey. */
export async function dataOfSuite(
  suite: Library,
  { document, proof, key, documentLoader }: Secured,
): Promise<Uint8Array> {
  const dataIntegrityProof = new DataIntegrityProof({ cryptosuite: suite });
  const publicKeyMultibase = await multibaseOfKey(key);
  return suite.createVerifyData({
    cryptosuite: suite,
    document,
    proof,
    documentLoader,
    dataIntegrityProof,
    verificationMethod: { type: 'Multikey', publicKeyMultibase },
  });
}
