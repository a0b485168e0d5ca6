import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { JsonObject } from '@laurel/core/json';
import { ourContexts } from '../document-loader.ts';

/**
 * The canonical N-Quads of a document by the whole of JSON-LD and RDFC-1.0 (W3C Data Integrity EdDSA
 * Cryptosuites 1.0, Section 3.2.3). Throws on a term that no context of ours defines.
 */
export function fullForm(document: JsonObject): Promise<string> {
  return cryptosuite.canonize(structuredClone(document), { documentLoader: ourContexts });
}
