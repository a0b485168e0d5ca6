import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { bounded, dataOfSuite } from './library-suite.ts';
import type { Suite } from './suite.ts';

/** The suites that are signed with as well as verified, by their names (W3C Data Integrity EdDSA Cryptosuites 1.0). */
export const EDDSA_SUITES = {
  'eddsa-rdfc-2022': {
    kinds: ['Ed25519'],
    signsJson: false,
    dataSigned: ({ document, proof, documentLoader, work }) =>
      new DataIntegrityProof({ cryptosuite: bounded(eddsaRdfc, work) }).createVerifyData({
        document,
        proof,
        documentLoader,
      }),
  },
  'eddsa-jcs-2022': {
    kinds: ['Ed25519'],
    signsJson: true,
    dataSigned: (secured) => dataOfSuite(eddsaJcs(), secured),
  },
} as const satisfies Readonly<Record<string, Suite>>;

export type EddsaSuite = keyof typeof EDDSA_SUITES;
