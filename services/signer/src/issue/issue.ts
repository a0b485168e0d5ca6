import { type IssueRequest, MAX_ISSUE_REQUESTS } from '@laurel/contracts/signer-rpc';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Signing } from '../env.ts';
import { completeRsaJwtsOf } from './complete-rsa.ts';
import { recordIntents } from './record.ts';
import { releaseIntents } from './release.ts';

/** Up to this many get their RS256 JWT at once; it costs 25 times what the other two do. */
const MAX_PROMPT_RSA = 5;

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
  if (released.size <= MAX_PROMPT_RSA) await completeRsaJwtsOf(signing, [...released]);
  return recorded.map((one) => {
    if (!one.ok) return one;
    return released.has(one.value.credentialId)
      ? ok(one.value.credentialId)
      : refuse({ reason: 'signing_interrupted' });
  });
}
