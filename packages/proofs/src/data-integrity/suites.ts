import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createVerifyCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { type JsonObject, stringAt } from '@laurel/core/json';
import type { DocumentLoader } from '../document-loader.ts';
import { multibaseOfKey } from '../keys/multikey.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { boundedBy, type Work } from './work.ts';

/** What a signature is over, before it is reduced to bytes. */
export type Secured = {
  /** The document without its proofs, but for those that this proof follows on. */
  readonly document: JsonObject;
  readonly proof: JsonObject;
  readonly key: PublicKey;
  readonly documentLoader: DocumentLoader;
  readonly work: Work;
};

/** A kind of proof that is known here. */
export type Suite = {
  readonly kinds: readonly PublicKey['kind'][];
  /** Signs the JSON as it stands, so that no context is needed to know what it says. */
  readonly signsJson: boolean;
  /** The bytes that are signed. Throws where the document cannot be reduced to them. */
  readonly dataSigned: (secured: Secured) => Promise<Uint8Array>;
};

const NIST: readonly PublicKey['kind'][] = ['P-256', 'P-384'];

/** By the name of the cryptosuite (W3C Data Integrity EdDSA and ECDSA Cryptosuites 1.0). */
const CRYPTOSUITES: Readonly<Record<string, Suite>> = {
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

type Library = typeof ecdsaRdfc;

/** The suite of the library, whose canonization stops where it is more work than it should be. */
function bounded(suite: Library, work: Work): Library {
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
async function dataOfSuite(
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
