import type { JsonObject } from '@laurel/core/json';
import { kindOf } from './leaf.ts';

/** What differs between the proofs of documents of ours. */
export type ProofOptions = { readonly created: string; readonly verificationMethod: string };

/** The one way in which we write a moment. Others are judged by the full path. */
const CREATED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

const SUITE = 'eddsa-rdfc-2022';

const MEMBERS = 5;

/** The options of a proof that has these five and at most its value besides; null for every other proof. */
export function proofOptionsOf({ proofValue: _, ...options }: JsonObject): ProofOptions | null {
  const { type, cryptosuite, proofPurpose, created, verificationMethod } = options;
  return Object.keys(options).length === MEMBERS &&
    type === 'DataIntegrityProof' &&
    cryptosuite === SUITE &&
    proofPurpose === 'assertionMethod' &&
    typeof created === 'string' &&
    CREATED.test(created) &&
    typeof verificationMethod === 'string' &&
    kindOf(verificationMethod) === 'did'
    ? { created, verificationMethod }
    : null;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const SECURITY = 'https://w3id.org/security#';

/**
 * The canonical N-Quads of the options of a proof under the contexts that we sign under (W3C Data Integrity
 * EdDSA Cryptosuites 1.0, Section 3.2.5): one blank node with five statements.
 */
export function proofForm({ created, verificationMethod }: ProofOptions): string {
  const statements = [
    `<http://purl.org/dc/terms/created> "${created}"^^<${XSD}dateTime>`,
    `<${RDF}type> <${SECURITY}DataIntegrityProof>`,
    `<${SECURITY}cryptosuite> "${SUITE}"^^<${SECURITY}cryptosuiteString>`,
    `<${SECURITY}proofPurpose> <${SECURITY}assertionMethod>`,
    `<${SECURITY}verificationMethod> <${verificationMethod}>`,
  ];
  return statements.map((statement) => `_:c14n0 ${statement} .\n`).join('');
}
