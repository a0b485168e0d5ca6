import { CERTIFICATES_PER_SET } from '@laurel/contracts/renderer-rpc';
import type { HeldCredential, HeldRecord } from '@laurel/contracts/signer-rpc';
import { MAX_RECORD_COPIES } from '@laurel/contracts/verifier-rpc';

/** What is fetched and drawn by one call. */
export type ExportSet =
  | { readonly of: 'credentials'; readonly held: readonly HeldCredential[] }
  | { readonly of: 'records'; readonly held: readonly HeldRecord[] };

/**
 * The most sets in one archive. A request may make 32 invocations of Workers in all (Cloudflare Workers,
 * Limits). A set of credentials takes two, and four of them one more for their copies; one of records two:
 * so that ten sets take 23, and what is asked besides eight.
 */
export const SETS_PER_PART = 10;

/**
 * All that somebody holds in archives of at most {@link SETS_PER_PART} sets, the oldest first: what is made later
 * moves nothing from one to another. One without any set where they hold nothing.
 */
export function exportParts(
  credentials: readonly HeldCredential[],
  records: readonly HeldRecord[],
): readonly (readonly ExportSet[])[] {
  const sets: readonly ExportSet[] = [
    ...inSets(credentials.toReversed(), CERTIFICATES_PER_SET).map(
      (held) => ({ of: 'credentials', held }) as const,
    ),
    ...inSets(records.toReversed(), MAX_RECORD_COPIES).map(
      (held) => ({ of: 'records', held }) as const,
    ),
  ];
  return sets.length === 0 ? [[]] : inSets(sets, SETS_PER_PART);
}

function inSets<One>(all: readonly One[], size: number): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
