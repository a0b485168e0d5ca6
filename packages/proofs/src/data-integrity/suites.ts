import { createVerifyCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { type JsonObject, stringAt } from '@laurel/core/json';
import type { PublicKey } from '../keys/public-key.ts';
import { EDDSA_SUITES } from './eddsa-suites.ts';
import { bounded, dataOfSuite } from './library-suite.ts';
import type { Suite } from './suite.ts';
import { boundedBy } from './work.ts';

const NIST: readonly PublicKey['kind'][] = ['P-256', 'P-384'];

/** By the name of the cryptosuite (W3C Data Integrity EdDSA and ECDSA Cryptosuites 1.0). */
const CRYPTOSUITES: Readonly<Record<string, Suite>> = {
  ...EDDSA_SUITES,
  'ecdsa-rdfc-2019': {
    kinds: NIST,
    signsJson: false,
    dataSigned: (secured) => dataOfSuite(bounded(ecdsaRdfc, secured.work), secured),
  },
  'ecdsa-jcs-2019': {
    kinds: NIST,
    signsJson: true,
    dataSigned: (secured) => dataOfSuite(ecdsaJcs(), secured),
  },
};

/** The suite that came before cryptosuites had names, and that many credentials are signed with. */
const ED25519_SIGNATURE_2020: Suite = {
  kinds: ['Ed25519'],
  signsJson: false,
  dataSigned: ({ document, proof, documentLoader, work }) =>
    new Ed25519Signature2020({ canonizeOptions: boundedBy(work, 'SHA-256') }).createVerifyData({
      document,
      proof,
      documentLoader,
    }),
};

/** Null for a kind of proof that is not known here. */
export function suiteOf(proof: JsonObject): Suite | null {
  if (proof.type === 'Ed25519Signature2020') return ED25519_SIGNATURE_2020;
  const name = stringAt(proof, 'cryptosuite') ?? '';
  if (proof.type !== 'DataIntegrityProof' || !Object.hasOwn(CRYPTOSUITES, name)) return null;
  return CRYPTOSUITES[name] ?? null;
}
