import { logins } from '@laurel/store/private/desk';
import { type LoginAttempt, newLoginAttempt } from '@laurel/wikimedia/authorize';
import { eq } from 'drizzle-orm';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';

/** How long somebody may take on Wikimedia's pages, two-factor codes and lost passwords included. */
export const ATTEMPT_SECONDS = 600;

/** Remembers a new login; its state goes to the browser, and only its hash stays here. */
export async function beginAttempt(
  { store, nowSeconds }: Desk,
  returnPath: string,
): Promise<LoginAttempt> {
  const attempt = newLoginAttempt();
  await store.insert(logins).values({
    stateHash: await sha256Hex(attempt.state),
    codeVerifier: attempt.codeVerifier,
    returnPath,
    endsAtSeconds: nowSeconds + ATTEMPT_SECONDS,
  });
  return attempt;
}

export type PendingAttempt = LoginAttempt & { readonly returnPath: string };

/** The login that this state began, once and never again; null where there is none, or it took too long. */
export async function takeAttempt(
  { store, nowSeconds }: Desk,
  state: string,
): Promise<PendingAttempt | null> {
  const [taken] = await store
    .delete(logins)
    .where(eq(logins.stateHash, await sha256Hex(state)))
    .returning();
  return taken === undefined || taken.endsAtSeconds <= nowSeconds
    ? null
    : { state, codeVerifier: taken.codeVerifier, returnPath: taken.returnPath };
}
