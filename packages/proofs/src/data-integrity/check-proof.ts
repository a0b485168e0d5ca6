import type { JsonObject } from '@laurel/core/json';
import canonicalize from 'canonicalize';
import type { PublicKey } from '../keys/public-key.ts';
import { type NotReduced, vendoredContexts, whyNot } from './not-reduced.ts';
import { isSignature } from './signature.ts';
import type { Suite } from './suite.ts';
import { type UnsignedPart, unsignedPartOf } from './unsigned-parts.ts';
import { costOfReading, isTooMuch, type Work } from './work.ts';

/** Why a proof is not good, where it is not. */
export type ProofOutcome = { readonly outcome: 'good' } | NotReduced | UnsignedPart;

export type ProofToCheck = {
  /** The document without its proofs, but for those that this proof follows on. */
  readonly document: JsonObject;
  readonly proof: JsonObject;
  readonly suite: Suite;
  readonly key: PublicKey;
  /** Of the whole document, whose proofs share it. */
  readonly work: Work;
};

/**
 * Checks one embedded proof over a document by a key (W3C Data Integrity 1.0, Section 4.4). Whose key it
 * is, when and what for the proof was made are the caller's questions. Nothing is fetched.
 */
export async function checkProofBy(check: ProofToCheck): Promise<ProofOutcome> {
  const { document, proof, suite, key, work } = check;
  const cost = costOfReading(document) + costOfReading(proof);
  if (!suite.signsJson || cost === Number.POSITIVE_INFINITY) work.spent += cost;
  if (isTooMuch(work)) return { outcome: 'too_much_work' };
  if (!suite.kinds.includes(key.kind)) return { outcome: 'bad' };
  const unsigned = suite.signsJson
    ? null
    : (unsignedPartOf(document) ?? unsignedPartOf(proof, { ...document, proof }));
  if (unsigned !== null) return unsigned;
  const unknown: string[] = [];
  let data: Uint8Array;
  try {
    if (!hasContextOf(document, proof)) return { outcome: 'bad' };
    data = await suite.dataSigned({
      document: structuredClone(document),
      proof: structuredClone(proof),
      key,
      documentLoader: vendoredContexts(unknown),
      work,
    });
  } catch (error) {
    return whyNot(error, unknown[0], work);
  }
  return { outcome: (await isSignature(proof.proofValue, data, key)) ? 'good' : 'bad' };
}

/**
 * A proof may repeat the contexts of its document, so that some may be added later (eddsa-jcs-2022, Section
 * 3.3.2). What is added was not signed, so that here they must be the same; other suites know no such thing.
 */
function hasContextOf(document: JsonObject, { '@context': own }: JsonObject): boolean {
  return own === undefined || canonicalize(own) === canonicalize(document['@context']);
}
