import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awardOfCredential, isRecordOf } from '@laurel/store/private/held';
import type { Signing } from '../env.ts';

/** Refuses unless the account holds the credential, or the learner record; a stranger's answer is that there is none. */
export async function mustHold(
  signing: Signing,
  credentialId: string,
  accountId: string,
): Promise<Result<null, Failure>> {
  const award = await awardOfCredential(signing.privateStore, credentialId, accountId);
  if (award !== null) return ok(null);
  const isOwn = await isRecordOf(signing.privateStore, credentialId, accountId);
  return isOwn ? ok(null) : refuse({ reason: 'credential_unknown' });
}
