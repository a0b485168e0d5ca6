import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { awards, intents } from '@laurel/store/private/schema';
import { and, eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** Refuses unless the account holds the credential; a stranger's answer is that there is none. */
export async function mustHold(
  signing: Signing,
  credentialId: string,
  accountId: string,
): Promise<Result<null, Failure>> {
  const [held] = await signing.privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(
      and(
        eq(intents.credentialId, credentialId),
        eq(intents.state, 'released'),
        eq(awards.accountId, accountId),
      ),
    );
  return held === undefined ? refuse({ reason: 'credential_unknown' }) : ok(null);
}
