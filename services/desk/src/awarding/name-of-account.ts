import { accounts } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** An account's user name; empty where Wikimedia does not show it any more. */
export async function nameOfAccount({ store }: Desk, accountId: string): Promise<string> {
  const [account] = await store
    .select({ username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return account?.username ?? '';
}
