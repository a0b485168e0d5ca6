import { ok, type Result, refuse } from '@laurel/core/result';
import { openCheckpoint } from './checkpoint.ts';
import { leafOf, publicHash, saltedHash } from './entry.ts';
import { sameBytes } from './hash.ts';
import { isIncluded } from './inclusion.ts';
import { readProof } from './proof-text.ts';
import type { VerifierKey } from './verifier-key.ts';

/** Where and since when a text is in the log. */
export type Logged = {
  /** Counted from 0. */
  readonly index: number;
  readonly loggedAtSeconds: number;
  /** Entries of the log when the proof was made. */
  readonly size: number;
};

export type NotLogged =
  /** No such proof at all. */
  | 'unreadable'
  /** A proof, but of other bytes than these. */
  | 'another_text'
  /** No key of the log signed its checkpoint. */
  | 'unsigned'
  /** It does not lead to the checkpoint. */
  | 'not_included';

/**
 * Verifies offline that exactly this text is in the log (C2SP tlog-proof, “Verifying a tlog proof”).
 *
 * @param keys the log's own, which the caller believes already.
 */
export async function verifyProof(
  text: string,
  proof: string,
  keys: readonly VerifierKey[],
): Promise<Result<Logged, NotLogged>> {
  const read = readProof(proof);
  if (read === null) return refuse('unreadable');
  const { entry, salt, index, hashes } = read;
  // Whatever is not public is salted: a credential without a salt is one of a test issuer.
  if (salt !== null && entry.kind !== 'credential') return refuse('another_text');
  const hash = salt === null ? await publicHash(text) : await saltedHash(salt, text);
  if (!sameBytes(hash, entry.hash)) return refuse('another_text');
  const checkpoint = await openCheckpoint(read.checkpoint, keys);
  if (checkpoint === null) return refuse('unsigned');
  if (!(await isIncluded(await leafOf(entry), index, hashes, checkpoint))) {
    return refuse('not_included');
  }
  return ok({ index, loggedAtSeconds: entry.loggedAtSeconds, size: checkpoint.size });
}
