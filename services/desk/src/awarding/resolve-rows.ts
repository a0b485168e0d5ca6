import type { RecipientRefusal } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { normaliseUsername } from '@laurel/core/username';
import type { AwardTerms, batchRows } from '@laurel/store/private/batches';
import { type DirectoryRefusal, globalUsersDirectory } from '@laurel/wikimedia/directory';
import type { Desk } from '../env.ts';

export type QueuedRow = Pick<
  typeof batchRows.$inferSelect,
  'row' | 'username' | 'awardId' | 'claimCode'
> & { readonly terms: AwardTerms };

/** A row whose name was found to be an account, or why not. */
export type ResolvedRow = QueuedRow &
  (
    | { readonly account: { readonly id: string; readonly username: string } }
    | { readonly refusal: RecipientRefusal }
  );

/** Turns the names of rows into accounts, by one call to the directory. */
export async function resolveRows(
  desk: Desk,
  rows: readonly QueuedRow[],
  awardedBy: string,
): Promise<Result<readonly ResolvedRow[], DirectoryRefusal>> {
  const named = rows.map((row) => ({ row, name: normaliseUsername(row.username ?? '') }));
  const names = [...new Set(named.flatMap(({ name }) => (name.ok ? [name.value] : [])))];
  const directory = globalUsersDirectory(desk.wikimedia);
  const found = names.length === 0 ? ok(new Map()) : await directory.resolve(names);
  if (!found.ok) return found;
  return ok(
    named.map(({ row, name }): ResolvedRow => {
      if (!name.ok) return { ...row, refusal: name.failure };
      const entry = found.value.get(name.value);
      if (entry === undefined || !entry.found) {
        return entry?.why === 'invalid'
          ? {
              ...row,
              refusal: {
                reason: 'username_invalid',
                detail: 'Wikimedia does not take this for a user name.',
              },
            }
          : { ...row, refusal: { reason: 'account_missing' } };
      }
      if (entry.locked) return { ...row, refusal: { reason: 'account_locked' } };
      if (entry.accountId === awardedBy) return { ...row, refusal: { reason: 'self_award' } };
      return { ...row, account: { id: entry.accountId, username: entry.username } };
    }),
  );
}
