import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { JsonObject } from '@laurel/core/json';
import { bounded } from './library-suite.ts';
import { type NotReduced, vendoredContexts, whyNot } from './not-reduced.ts';
import { type UnsignedPart, unsignedPartOf } from './unsigned-parts.ts';
import { costOfReading, isTooMuch, type Work } from './work.ts';

/** What a proof, the entries of status lists and their contexts add to a document costs no more than this. */
const COST_OF_ADDITIONS = 1_000;

/**
 * Why a document is no linked data that says all it seems to say: a term or a type that no context defines,
 * a context that is not kept here, a term that is defined anew, a member that no signature over RDF would
 * cover (W3C VCDM 2.0, Sections 4.5 and 5.2.1; JSON-LD 1.1, Section 4.1.11). Null where it is sound,
 * whatever is then signed of it: what is found here is what a verifier would find.
 */
export async function linkedDataFault(
  document: JsonObject,
): Promise<NotReduced | UnsignedPart | null> {
  const work: Work = { spent: costOfReading(document) + COST_OF_ADDITIONS };
  if (isTooMuch(work)) return { outcome: 'too_much_work' };
  const unsigned = unsignedPartOf(document);
  if (unsigned !== null) return unsigned;
  const unknown: string[] = [];
  try {
    await bounded(cryptosuite, work).canonize(structuredClone(document), {
      documentLoader: vendoredContexts(unknown),
    });
    return null;
  } catch (error) {
    return whyNot(error, unknown[0], work);
  }
}
