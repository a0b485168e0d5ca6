import type { AwardState } from '@laurel/core/award';
import { and, eq } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { awards } from './awards.ts';
import { intents } from './intents.ts';

/** The award that a credential of this account was made from; null for a stranger's and for none. */
export async function awardOfCredential(
  store: DrizzleD1Database,
  credentialId: string,
  accountId: string,
): Promise<{ readonly id: string; readonly state: AwardState } | null> {
  const [found] = await store
    .select({ id: awards.id, state: awards.state })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(
      and(
        eq(intents.credentialId, credentialId),
        eq(intents.state, 'released'),
        eq(awards.accountId, accountId),
      ),
    );
  return found ?? null;
}

/** True of a learner record of this account. */
export async function isRecordOf(
  store: DrizzleD1Database,
  recordId: string,
  accountId: string,
): Promise<boolean> {
  const isOwn = and(eq(intents.credentialId, recordId), eq(intents.recordHolder, accountId));
  return (await store.$count(intents, and(isOwn, eq(intents.state, 'released')))) > 0;
}
