import type { Identity } from '@laurel/wikimedia/identify';
import { endNamesNow } from '../account-names/end-names-now.ts';
import { keepNames } from '../account-names/keep-names.ts';
import type { Desk } from '../env.ts';

/**
 * Keeps what Wikimedia says of an account now. The name of a hidden one is forgotten; what was signed with
 * a name that it gave up is ended before anybody sees a page.
 */
export async function keepAccount(desk: Desk, { accountId, username }: Identity): Promise<void> {
  await desk.store.batch(keepNames(desk, [{ accountId, username }]));
  await endNamesNow(desk, [accountId]);
}
