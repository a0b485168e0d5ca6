import { credentialNotes } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/** The longest note, in UTF-16 code units. */
export const MAX_NOTE_LENGTH = 200;

/** A note as it is kept: on one line, without what nobody sees. */
export function noteFrom(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, MAX_NOTE_LENGTH)
    .toWellFormed();
}

/**
 * Writes down for whom a credential was made, or forgets it where nothing is said. The credential is one
 * that the account holds.
 */
export async function keepNote(
  { store }: Desk,
  accountId: string,
  credentialId: string,
  note: string,
): Promise<void> {
  if (note === '') {
    await store
      .delete(credentialNotes)
      .where(
        and(
          eq(credentialNotes.credentialId, credentialId),
          eq(credentialNotes.accountId, accountId),
        ),
      );
    return;
  }
  await store
    .insert(credentialNotes)
    .values({ credentialId, accountId, note })
    .onConflictDoUpdate({
      target: credentialNotes.credentialId,
      set: { note },
      setWhere: eq(credentialNotes.accountId, accountId),
    });
}

/** The notes of an account, by the credential that each is about. */
export async function notesOf(
  { store }: Desk,
  accountId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await store
    .select()
    .from(credentialNotes)
    .where(eq(credentialNotes.accountId, accountId));
  return new Map(rows.map(({ credentialId, note }) => [credentialId, note]));
}
