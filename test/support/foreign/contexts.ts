import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { defaultDocumentLoader } from '@digitalbazaar/vc';
import { KNOWN_CONTEXTS } from '@laurel/proofs/known-contexts';

const OF_SUITE = new Map([[Ed25519Signature2020.CONTEXT_URL, Ed25519Signature2020.CONTEXT]]);

/** The JSON-LD contexts that the foreign issuer signs under. Nothing is fetched. */
export async function loadContext(url: string): Promise<unknown> {
  const document = KNOWN_CONTEXTS.get(url) ?? OF_SUITE.get(url);
  return document === undefined
    ? defaultDocumentLoader(url)
    : { documentUrl: url, document, contextUrl: null };
}
