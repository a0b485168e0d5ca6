import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awardOfCredential } from '@laurel/store/private/held';
import type { Signing } from '../env.ts';

/** Refuses unless the account holds the credential; a stranger's answer is that there is none. */
export async function mustHold(
  signing: Signing,
  credentialId: string,
  accountId: string,
): Promise<Result<null, Failure>> {
  const award = await awardOfCredential(signing.privateStore, credentialId, accountId);
  return award === null ? refuse({ reason: 'credential_unknown' }) : ok(null);
}
