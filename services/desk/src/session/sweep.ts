import { logins, sessions } from '@laurel/store/private/desk';
import { lte } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Deletes sessions and logins that are over. May be repeated. */
export async function sweepSessions({ store, nowSeconds }: Desk): Promise<void> {
  await store.batch([
    // No session is idle beyond its end, so this finds the ended ones too.
    store.delete(sessions).where(lte(sessions.idleUntilSeconds, nowSeconds)),
    store.delete(logins).where(lte(logins.endsAtSeconds, nowSeconds)),
  ]);
}
