import { accounts } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import { eq } from 'drizzle-orm';
import { reopenFormerNames } from '../endorsements/reopen-former-names.ts';
import type { Desk } from '../env.ts';
import { relabelRows } from './relabel-rows.ts';

/** When what was about to be signed has come to its end. */
const WHILE_SIGNED_SECONDS = 60;

/**
 * Has a name that an account gave up shown nowhere any more: what was signed with it becomes nameless
 * tombstones, and lists call the account as it is called now. May be cut off anywhere and repeated. Null
 * when done; else the seconds after which to go on.
 */
export async function endFormerName(
  desk: Desk,
  { accountId, formerName }: Extract<OutboxTask, { task: 'end_former_name' }>,
): Promise<number | null> {
  switch (await desk.signer.endFormerNames(accountId)) {
    case 'more_to_erase':
      return 0;
    case 'still_being_signed':
      return WHILE_SIGNED_SECONDS;
    case 'nothing_left':
  }
  await reopenFormerNames(desk, accountId);
  const [account] = await desk.store
    .select({ username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const username = account?.username ?? null;
  if (username !== formerName) await relabelRows(desk, { accountId, formerName, username });
  return null;
}
