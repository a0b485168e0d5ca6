import type { RecipientRefusal } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { normaliseUsername } from '@laurel/core/username';
import type { AwardTerms, batchRows } from '@laurel/store/private/batches';
import { type DirectoryRefusal, globalUsersDirectory } from '@laurel/wikimedia/directory';
import type { Desk } from '../env.ts';

export type QueuedRow = Pick<
  typeof batchRows.$inferSelect,
  'row' | 'username' | 'accountId' | 'awardId' | 'claimCode'
> & { readonly terms: AwardTerms };

/** A row whose name was found to be an account, or why not. */
export type ResolvedRow = QueuedRow &
  (
    | { readonly account: { readonly id: string; readonly username: string } }
    | { readonly refusal: RecipientRefusal }
  );

/**
 * Turns rows into accounts, by one call to the directory for those that were found before and one for
 * those that have a name alone. Who was found before is never looked up by name again.
 */
export async function resolveRows(
  desk: Desk,
  rows: readonly QueuedRow[],
  awardedBy: string,
): Promise<Result<readonly ResolvedRow[], DirectoryRefusal>> {
  const named = rows.map((row) => ({ row, name: normaliseUsername(row.username ?? '') }));
  const ids = rows.flatMap(({ accountId }) => accountId ?? []);
  const names = named.flatMap(({ row, name }) =>
    row.accountId === null && name.ok ? [name.value] : [],
  );
  const directory = globalUsersDirectory(desk.wikimedia);
  const byId = await directory.resolveIds(ids);
  if (!byId.ok) return byId;
  const byName = await directory.resolve(names);
  if (!byName.ok) return byName;
  return ok(
    named.map(({ row, name }): ResolvedRow => {
      if (row.accountId === null && !name.ok) return { ...row, refusal: name.failure };
      const entry =
        row.accountId === null
          ? byName.value.get(name.ok ? name.value : '')
          : byId.value.get(row.accountId);
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
