import { MAX_ISSUE_REQUESTS } from '@laurel/contracts/signer-rpc';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import type { Desk } from '../../env.ts';
import type { Session } from '../../session/sessions.ts';
import { renewedDisclosure, toRenew } from './to-renew.ts';

/**
 * Makes those of these credentials anew that can be, in the language that each had, under the name of today.
 * The same form sent twice makes each once. Some may be made where others are refused.
 */
export async function renew(
  desk: Desk,
  session: Session,
  formKey: string,
  chosen: readonly string[],
): Promise<Result<null, Failure>> {
  const offered = await toRenew(desk, session);
  const disclosure = renewedDisclosure(session);
  const requests = offered
    .filter(({ credential }) => chosen.includes(credential.credentialId))
    .map(({ credential: { credentialId, awardId, language } }) => ({
      requestKey: `renewed:${credentialId}:${formKey}`,
      awardId,
      language,
      disclosure,
    }));
  const answers: Result<string, Failure>[] = [];
  for (let at = 0; at < requests.length; at += MAX_ISSUE_REQUESTS) {
    answers.push(...(await desk.signer.issue(requests.slice(at, at + MAX_ISSUE_REQUESTS))));
  }
  return answers.find((answer) => !answer.ok) ?? ok(null);
}
