import { readFileSync } from 'node:fs';
import { didDocument } from '@laurel/core/did-document';
import type { SigningKey } from '@laurel/proofs/data-integrity/sign';
import { aList } from '../../../packages/offline/test/a-list.ts';
import { DID, NOW_SECONDS, ORIGIN, SLUG, STATUS_LIST_URL } from './sample.ts';

/** 1EdTech's own schema, from a file: fetching it would be most of what is measured. */
const SCHEMA = readFileSync('test/vectors/ob_v3p0_achievementcredential_schema.json', 'utf8');

/**
 * `verifyCredential` of `@digitalcredentials/verifier-core`, and how to give the platform its `fetch` back. All
 * that it asks of our address is answered from memory at once. Throws where it does not find the signature good.
 */
export async function verifierCore(key: SigningKey) {
  const answers = new Map<string, string>([
    [
      `${ORIGIN}/issuers/${SLUG}/did.json`,
      JSON.stringify(didDocument(DID, [{ ...key.publicKey, compromisedAtSeconds: null }])),
    ],
    [STATUS_LIST_URL, JSON.stringify(await aList(STATUS_LIST_URL, key, [], NOW_SECONDS))],
  ]);
  const platformFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const text = url.includes('achievementcredential_schema') ? SCHEMA : answers.get(url);
    return text === undefined
      ? platformFetch(input, init)
      : new Response(text, { headers: { 'content-type': 'application/json' } });
  };
  const { verifyCredential } = await import('@digitalcredentials/verifier-core');
  return {
    verify: async (text: string): Promise<void> => {
      const { errors, log } = Object(
        await verifyCredential({ credential: JSON.parse(text), knownDIDRegistries: [] }),
      );
      const good = (step: string) =>
        Array.isArray(log) && log.some(({ id, valid }) => id === step && valid === true);
      if (errors !== undefined || !good('valid_signature') || !good('revocation_status')) {
        throw new Error('verifier-core does not verify it');
      }
    },
    end: () => {
      globalThis.fetch = platformFetch;
    },
  };
}
