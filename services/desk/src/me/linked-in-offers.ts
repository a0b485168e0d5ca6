import { MAX_SIGNED_COPIES } from '@laurel/contracts/signer-rpc';
import type { Desk } from '../env.ts';
import type { OwnCredential } from './own-credentials.ts';
import { linkedInAddress } from './resume/linked-in.ts';
import { resumeEntries } from './resume/resume-entry.ts';

/**
 * LinkedIn's form for each of these credentials that it may be offered for, by its id: filled in with what was
 * signed. Nothing is asked of the signer where none can be.
 */
export async function linkedInOffers(
  desk: Desk,
  accountId: string,
  own: readonly OwnCredential[],
): Promise<ReadonlyMap<string, string>> {
  const shown = own
    .filter(({ credential, held }) => credential.visible && !held.award.mayIncludeMinors)
    .slice(0, MAX_SIGNED_COPIES);
  if (shown.length === 0) return new Map();
  const entries = await resumeEntries(desk, accountId, shown, null);
  return new Map(
    entries.flatMap((entry) => {
      const address = linkedInAddress(entry);
      return address === null ? [] : [[entry.id, address] as const];
    }),
  );
}
