import {
  type IssueRequest,
  MAX_ISSUE_REQUESTS,
  MAX_PROMPT_JWTS,
} from '@laurel/contracts/signer-rpc';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Signing } from '../env.ts';
import { completeRsaJwts } from './complete-rsa.ts';
import { recordIntents } from './record.ts';
import { releaseIntents } from './release.ts';

/** Records, signs, verifies and releases. One answer for each request, in order. */
export async function issue(
  signing: Signing,
  requests: readonly IssueRequest[],
): Promise<readonly Result<string, Failure>[]> {
  if (requests.length > MAX_ISSUE_REQUESTS) throw new Error('too many requests for one call');
  const recorded = await recordIntents(signing, requests);
  const released = await releaseIntents(
    signing,
    recorded.flatMap((one) => (one.ok ? [one.value] : [])),
  );
  if (released.size <= MAX_PROMPT_JWTS) await completeRsaJwts(signing, [...released]);
  return recorded.map((one) => {
    if (!one.ok) return one;
    return released.has(one.value.credentialId)
      ? ok(one.value.credentialId)
      : refuse({ reason: 'signing_interrupted' });
  });
}
