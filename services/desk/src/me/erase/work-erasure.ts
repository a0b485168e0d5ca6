import { accounts, awards } from '@laurel/store/private/desk';
import { eq, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { endRecognition } from './end-recognition.ts';
import { forgettingActs } from './forget-acts.ts';
import { forgettingPerson } from './forget-person.ts';
import { rowsNaming } from './rows-naming.ts';

/** When what was about to be signed has come to its end. */
const WHILE_SIGNED_SECONDS = 60;

/**
 * Erases a person: first what was signed, while their awards still tell what that is, then every row
 * about them in one transaction. May be cut off anywhere and repeated. Null when done; else the seconds
 * after which to go on.
 */
export async function workErasure(desk: Desk, accountId: string): Promise<number | null> {
  const { store } = desk;
  await store.batch(endRecognition(desk, accountId, sql`true`));
  switch (await desk.signer.eraseHolder(accountId)) {
    case 'more_to_erase':
      return 0;
    case 'still_being_signed':
      return WHILE_SIGNED_SECONDS;
    case 'nothing_left':
  }
  const [account] = await store
    .select({ username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const naming = await rowsNaming(desk, account?.username ?? null);
  await store.batch([
    ...forgettingPerson(desk, accountId, naming),
    ...forgettingActs(desk, accountId),
  ]);
  // What was recognised and accepted between the two: it is ended in its turn.
  const left = await store
    .select({ id: awards.id })
    .from(awards)
    .where(eq(awards.accountId, accountId))
    .limit(1);
  return left.length > 0 ? 0 : null;
}
