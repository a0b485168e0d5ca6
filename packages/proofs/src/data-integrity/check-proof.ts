import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import canonicalize from 'canonicalize';
import type { DocumentLoader } from '../document-loader.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { KNOWN_CONTEXTS } from '../known-contexts.ts';
import { isSignature } from './signature.ts';
import type { Suite } from './suites.ts';
import { unsignedPartOf } from './unsigned-parts.ts';
import { costOfReading, isTooMuch, type Work } from './work.ts';

/** Why a proof is not good, where it is not. */
export type ProofOutcome =
  | { readonly outcome: 'good' | 'bad' | 'too_much_work' }
  /** Names a context that is not vendored, a term or type that no context defines, or a rule of JSON-LD. */
  | {
      readonly outcome: 'unknown_context' | 'undefined_term' | 'bad_context';
      readonly name: string;
    }
  /** Names a part that the signature would not hold. */
  | { readonly outcome: 'unsigned_part'; readonly at: string; readonly rule: string };

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
  if (!suite.kinds.includes(key.kind) || !hasContextOf(document, proof)) return { outcome: 'bad' };
  const unsigned = suite.signsJson ? null : (unsignedPartOf(document) ?? unsignedPartOf(proof));
  if (unsigned?.kind === 'context') return { outcome: 'unknown_context', name: unsigned.name };
  if (unsigned !== null) {
    return { outcome: 'unsigned_part', at: unsigned.at, rule: unsigned.rule };
  }
  const unknown: string[] = [];
  let data: Uint8Array;
  try {
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

function vendoredContexts(unknown: string[]): DocumentLoader {
  return async (url) => {
    const document = KNOWN_CONTEXTS.get(url);
    if (document === undefined) {
      unknown.push(url);
      throw new Error('not a context that is kept here');
    }
    return { documentUrl: url, document, contextUrl: null };
  };
}

/** What the libraries threw, for whatever reason a document cannot be reduced to bytes. */
function whyNot(error: unknown, unknown: string | undefined, work: Work): ProofOutcome {
  if (isTooMuch(work)) return { outcome: 'too_much_work' };
  if (unknown !== undefined) return { outcome: 'unknown_context', name: unknown };
  if (!isJsonLdError(error)) return { outcome: 'bad' };
  const { event, code } = error.details;
  if (isJsonObject(event)) return { outcome: 'undefined_term', name: leftOut(event) };
  return { outcome: 'bad_context', name: typeof code === 'string' ? code : error.name };
}

type JsonLdError = Error & { readonly details: Readonly<Record<string, unknown>> };

function isJsonLdError(error: unknown): error is JsonLdError {
  return (
    error instanceof Error &&
    error.name.startsWith('jsonld.') &&
    'details' in error &&
    isJsonObject(error.details)
  );
}

/** The name of what JSON-LD would leave out without a word, and therefore unsigned. */
function leftOut(event: JsonObject): string {
  const names = ['property', 'type', 'id', 'value', 'language', 'vocab'].flatMap(
    (name) => stringAt(event, 'details', name) ?? [],
  );
  return names[0] ?? stringAt(event, 'code') ?? '';
}
