import { didDocument } from '@laurel/core/did-document';
import { methodId, type VerificationKey } from '@laurel/core/verification-key';
import { CONTEXTS } from './contexts.ts';

export type RemoteDocument = {
  readonly documentUrl: string;
  readonly document: object;
  readonly contextUrl: null;
};

export type DocumentLoader = (url: string) => Promise<RemoteDocument>;

/**
 * Serves the vendored contexts and one key with its controller. Throws for everything else. Whether a
 * compromised key is still believed is the caller's question: here its signatures are only checked.
 */
export function documentLoaderFor(key: VerificationKey): DocumentLoader {
  const controller = didDocument(key.controller, [{ ...key, compromisedAtSeconds: null }]);
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: methodId(key),
    type: 'Multikey',
    controller: key.controller,
    publicKeyMultibase: key.multibase,
  };
  const documents = new Map<string, object>([
    [key.controller, controller],
    [methodId(key), method],
  ]);
  return async (url) => {
    const document = CONTEXTS.get(url) ?? documents.get(url);
    if (document === undefined) throw new Error(`no such document here: ${url}`);
    return { documentUrl: url, document, contextUrl: null };
  };
}
