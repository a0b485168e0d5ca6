import { isJsonObject, type JsonObject } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import { proofCheck } from '../any/proof-wanted.ts';
import { listOf } from '../ours/claims-to-be-ours.ts';
import type { Presented } from '../read.ts';

/** What whoever wants something shown asked for: something nobody could know before, and for whom it is. */
export type ShowRequest = { readonly challenge: string | null; readonly domain: string | null };

/**
 * What shows that something was signed for another request than this one, so that it may be a copy of what
 * somebody else was shown (W3C Data Integrity 1.0, Section 2.1; of tokens: `nonce` and `aud`). Null where it
 * answers what was asked, or nothing was.
 */
export function otherRequest(
  presented: Presented,
  { challenge, domain }: ShowRequest,
): Check | null {
  const answers =
    presented.form === 'jwt'
      ? [{ challenge: presented.payload.nonce, domain: presented.payload.aud }]
      : listOf(presented.credential.proof).filter(isJsonObject).map(answerIn);
  if (challenge !== null && !answers.every((one) => one.challenge === challenge)) {
    return proofCheck('fail', 'other_request', 'challenge');
  }
  return domain === null || answers.every((one) => listOf(one.domain).includes(domain))
    ? null
    : proofCheck('fail', 'other_request', 'domain');
}

function answerIn({ challenge, domain }: JsonObject) {
  return { challenge, domain };
}
