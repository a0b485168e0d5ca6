import { sealedKeys } from '@laurel/store/private/schema';
import { inArray, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { unseal } from '../keys/seal.ts';

/**
 * Whether the newest sealed key can be opened with the secret that this Worker has, anew each time, though
 * unsealed keys may be at hand. Where there is no key yet, it can.
 */
export async function newestKeyOpens({
  privateStore,
  keyEncryptionSecrets,
}: Signing): Promise<boolean> {
  const newest = await privateStore.select().from(sealedKeys).orderBy(sql`rowid desc`).limit(1);
  return allOpen(newest, keyEncryptionSecrets);
}

/** The same of one key of each secret that keys were ever sealed under: reads each sealed key once. */
export async function everySecretOpens({
  privateStore,
  keyEncryptionSecrets,
}: Signing): Promise<boolean> {
  const newestOfEach = sql`(select max(rowid) from sealed_keys group by secret_version)`;
  const rows = await privateStore
    .select()
    .from(sealedKeys)
    .where(inArray(sql`rowid`, newestOfEach));
  return allOpen(rows, keyEncryptionSecrets);
}

/** Whether each of these sealed keys can be opened with these secrets. */
export async function allOpen(
  rows: readonly (typeof sealedKeys.$inferSelect)[],
  secrets: string,
): Promise<boolean> {
  const opened = await Promise.allSettled(rows.map((row) => unseal(row, row, secrets)));
  return opened.every(({ status }) => status === 'fulfilled');
}
