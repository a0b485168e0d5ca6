import { accounts } from '@laurel/store/private/desk';
import type { Identity } from '@laurel/wikimedia/identify';
import type { Desk } from '../env.ts';

/** Keeps what Wikimedia says of an account now. The name of a hidden one is forgotten. */
export async function keepAccount(
  { store, nowSeconds }: Desk,
  { accountId, username }: Identity,
): Promise<void> {
  const seen = { username, usernameSeenAtSeconds: nowSeconds };
  await store
    .insert(accounts)
    .values({ id: accountId, ...seen })
    .onConflictDoUpdate({ target: accounts.id, set: seen });
}
