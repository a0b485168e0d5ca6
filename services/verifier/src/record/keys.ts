import type { PublishedKey } from '@laurel/core/verification-key';
import { verificationKeys } from '@laurel/store/public/verification-keys';
import { asc, eq } from 'drizzle-orm';
import type { PublicDatabase } from './database.ts';

/** A key as its controller answers for it. */
export function keyOf(
  { owner: _, ...key }: typeof verificationKeys.$inferSelect,
  controller: string,
): PublishedKey {
  return { ...key, controller };
}

export const OLDEST_KEY_FIRST = [
  asc(verificationKeys.createdAtSeconds),
  asc(verificationKeys.id),
] as const;

/** Every key that an owner ever had, oldest first. The owner is a slug, or empty for the service. */
export function keysOf(db: PublicDatabase, owner: string) {
  return db
    .select()
    .from(verificationKeys)
    .where(eq(verificationKeys.owner, owner))
    .orderBy(...OLDEST_KEY_FIRST);
}
