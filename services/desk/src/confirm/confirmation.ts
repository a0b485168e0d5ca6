import { confirmations } from '@laurel/store/private/desk';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { freshDigits } from '../fresh-digits.ts';
import { freshId } from '../fresh-id.ts';

/** How long a code is good, and how long an answer is seen. */
export const CONFIRMATION_SECONDS = 600;

export type Confirmation = typeof confirmations.$inferSelect;

/** What this browser has asked about this credential and is still good; null where it has not. */
export async function askedBefore(
  { store, nowSeconds }: Desk,
  browserToken: string,
  credentialId: string,
): Promise<Confirmation | null> {
  const [found] = await store
    .select()
    .from(confirmations)
    .where(
      and(
        eq(confirmations.browserHash, await sha256Hex(browserToken)),
        eq(confirmations.credentialId, credentialId),
        gt(confirmations.endsAtSeconds, nowSeconds),
      ),
    );
  return found ?? null;
}

/** Asks: a new code takes the place of the one before. Nobody looks whether there is such a credential. */
export async function ask(
  { store, nowSeconds }: Desk,
  browserToken: string,
  credentialId: string,
  askedBy: string,
): Promise<void> {
  const asked = {
    id: freshId(),
    code: freshDigits(),
    askedBy,
    endsAtSeconds: nowSeconds + CONFIRMATION_SECONDS,
    confirmedAtSeconds: null,
    confirmedBy: null,
  };
  await store
    .insert(confirmations)
    .values({ browserHash: await sha256Hex(browserToken), credentialId, ...asked })
    .onConflictDoUpdate({
      target: [confirmations.browserHash, confirmations.credentialId],
      set: asked,
    });
}

/** Questions that wait under a code. */
export async function waitingUnder(
  { store, nowSeconds }: Desk,
  code: string,
): Promise<readonly Confirmation[]> {
  return store
    .select()
    .from(confirmations)
    .where(and(eq(confirmations.code, code), isWaiting(nowSeconds)));
}

/** The question of this id, if it waits. */
export async function waitingById(
  { store, nowSeconds }: Desk,
  id: string,
): Promise<Confirmation | null> {
  const [found] = await store
    .select()
    .from(confirmations)
    .where(and(eq(confirmations.id, id), isWaiting(nowSeconds)));
  return found ?? null;
}

/** Answers a question that waits, and has the answer seen for a while. False where it waits no more. */
export async function answer(
  { store, nowSeconds }: Desk,
  id: string,
  accountId: string,
): Promise<boolean> {
  const answered = await store
    .update(confirmations)
    .set({
      confirmedAtSeconds: nowSeconds,
      confirmedBy: accountId,
      endsAtSeconds: nowSeconds + CONFIRMATION_SECONDS,
    })
    .where(and(eq(confirmations.id, id), isWaiting(nowSeconds)))
    .returning({ id: confirmations.id });
  return answered.length > 0;
}

/** Forgets questions and answers that are over. May be repeated. */
export async function sweepConfirmations({ store, nowSeconds }: Desk): Promise<void> {
  await store.delete(confirmations).where(lte(confirmations.endsAtSeconds, nowSeconds));
}

function isWaiting(nowSeconds: number) {
  return and(isNull(confirmations.confirmedAtSeconds), gt(confirmations.endsAtSeconds, nowSeconds));
}
