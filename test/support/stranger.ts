import { didWeb } from '@laurel/core/did';
import { CONTEXTS } from '@laurel/proofs/contexts';
import type { Laurel } from './laurel.ts';

type Json = Record<string, unknown>;

/** Fetches JSON as a stranger's software does, without a token or a cookie. */
export async function fetchJson(url: string): Promise<Json> {
  const answer = await fetch(url, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json() as Promise<Json>;
}

/** The did.json that a did:web of this Laurel stands for (did:web Method, Section 3.2). */
function didDocumentUrl(laurel: Laurel, did: string): string {
  const service = didWeb(laurel.origin, '');
  if (did === service) return `${laurel.url}/.well-known/did.json`;
  return `${laurel.url}/${did.slice(service.length + 1).replaceAll(':', '/')}/did.json`;
}

/**
 * A loader for stranger's verifiers that only maps our addresses to the running server: JSON-LD
 * contexts come from where they are vendored, DIDs from did.json.
 */
export function strangersLoader(laurel: Laurel) {
  return async (url: string) => {
    const context = CONTEXTS.get(url);
    if (context !== undefined) return { documentUrl: url, document: context, contextUrl: null };
    if (url.startsWith('did:web:')) {
      return { documentUrl: url, document: await dereference(laurel, url), contextUrl: null };
    }
    if (url.startsWith(laurel.origin)) {
      return { documentUrl: url, document: await fetchJson(url), contextUrl: null };
    }
    throw new Error(`a stranger's verifier asked for ${url}`);
  };
}

async function dereference(laurel: Laurel, url: string): Promise<Json> {
  const [did = ''] = url.split('#');
  const document = await fetchJson(didDocumentUrl(laurel, did));
  if (url === did) return document;
  const methods = document.verificationMethod as Json[];
  const method = methods.find(({ id }) => id === url);
  if (method === undefined) throw new Error(`did.json has no ${url}`);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}
