import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import jsigs from 'jsonld-signatures';
import { loadContext } from '../../../test/support/foreign/contexts.ts';
import type { ForeignIssuer } from '../../../test/support/foreign-issuer.ts';

/** What a library says that looks at the RDF alone. */
export async function isGoodInRdf(
  credential: JsonObject,
  { published: places }: ForeignIssuer,
): Promise<boolean> {
  const published: JsonObject = JSON.parse(String(places.get('/.well-known/did.json')?.body));
  const methods = [published.verificationMethod ?? []].flat().filter(isJsonObject);
  const { verified } = await jsigs.verify(structuredClone(credential), {
    suite: new DataIntegrityProof({ cryptosuite }),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: async (url) => {
      if (!url.startsWith('did:')) return loadContext(url);
      const document = methods.find(({ id }) => id === url) ?? published;
      return { documentUrl: url, document, contextUrl: null };
    },
  });
  return verified;
}
