import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import type { Signing } from '../env.ts';
import { eraseBytes } from './erase-bytes.ts';
import { mustHold } from './held.ts';
import { standPredecessors } from './stand.ts';

/** Erases the bytes of a credential for its holder; a nameless tombstone stays. May be repeated. */
export async function withdraw(
  signing: Signing,
  credentialId: string,
  holderAccountId: string,
): Promise<Result<null, Failure>> {
  const held = await mustHold(signing, credentialId, holderAccountId);
  if (!held.ok) return held;
  await eraseBytes(signing, [credentialId]);
  await standPredecessors(signing, [credentialId]);
  return held;
}
