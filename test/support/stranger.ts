import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
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

/** Verifies a Data Integrity credential and its status by the libraries of Digital Bazaar. */
export function verifyByVc(
  credential: object,
  documentLoader: ReturnType<typeof strangersLoader>,
  now = new Date(),
) {
  return vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    checkStatus,
    now,
  });
}

/** The did.json that a did:web of this Laurel stands for (did:web Method, Section 3.2). */
export function didDocumentUrl(laurel: Laurel, did: string): string {
  const service = didWeb(laurel.origin, '');
  if (did === service) return `${laurel.url}/.well-known/did.json`;
  return `${laurel.url}/${did.slice(service.length + 1).replaceAll(':', '/')}/did.json`;
}

/**
 * A loader for stranger's verifiers that only maps our addresses to the running server, or to copies
 * that were saved from it: JSON-LD contexts come from where they are vendored, DIDs from did.json.
 */
export function strangersLoader(laurel: Laurel, read: (url: string) => Promise<Json> = fetchJson) {
  return async (url: string) => {
    const context = CONTEXTS.get(url);
    if (context !== undefined) return { documentUrl: url, document: context, contextUrl: null };
    if (url.startsWith('did:web:')) {
      return { documentUrl: url, document: await dereference(laurel, url, read), contextUrl: null };
    }
    if (url.startsWith(laurel.origin)) {
      return { documentUrl: url, document: await read(url), contextUrl: null };
    }
    throw new Error(`a stranger's verifier asked for ${url}`);
  };
}

async function dereference(
  laurel: Laurel,
  url: string,
  read: (url: string) => Promise<Json>,
): Promise<Json> {
  const [did = ''] = url.split('#');
  const document = await read(didDocumentUrl(laurel, did));
  if (url === did) return document;
  const methods = document.verificationMethod as Json[];
  const method = methods.find(({ id }) => id === url);
  if (method === undefined) throw new Error(`did.json has no ${url}`);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}
