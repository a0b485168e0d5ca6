import { awards, intents } from '@laurel/store/private/desk';
import { eq, or, type SQL, sql } from 'drizzle-orm';

/** The ids of an account's awards, as a set for a statement. */
export function ownAwardIds(accountId: string): SQL {
  return sql`(select ${awards.id} from ${awards} where ${awards.accountId} = ${accountId})`;
}

/** True for what was signed for an account, or was about to be. */
export function isSignedFor(accountId: string): SQL | undefined {
  return or(
    sql`${intents.awardId} in ${ownAwardIds(accountId)}`,
    eq(intents.recordHolder, accountId),
  );
}

/** The ids of the same, as a set for a statement. */
export function ownCredentialIds(accountId: string): SQL {
  return sql`(select ${intents.credentialId} from ${intents} where ${isSignedFor(accountId)})`;
}
