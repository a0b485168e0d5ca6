import { mayBeNamed, signatories } from '@laurel/store/private/desk';
import { and, eq, not } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/**
 * A statement that erases what a member offered to sign with, where no grant of theirs is left. It stands
 * before one that gives a grant, so that nobody comes back on by that, and after one that ends a grant.
 */
export function endSigning({ store, nowSeconds }: Desk, issuer: string, accountId: string) {
  return store
    .delete(signatories)
    .where(
      and(
        eq(signatories.issuer, issuer),
        eq(signatories.accountId, accountId),
        not(mayBeNamed('signatories', nowSeconds)),
      ),
    );
}

/** The same for everybody whose grants have run out, or whose account Wikimedia hides. */
export async function sweepSignatories({ store, nowSeconds }: Desk): Promise<void> {
  await store.delete(signatories).where(not(mayBeNamed('signatories', nowSeconds)));
}
