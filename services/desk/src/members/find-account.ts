import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readNameCell } from '@laurel/sheet/name-cell';
import { globalUsersDirectory } from '@laurel/wikimedia/directory';
import type { Desk } from '../env.ts';

export type FoundAccount = { readonly id: string; readonly username: string };

/** The account that a member means by a user name, as people write them. */
export async function findAccount(
  desk: Desk,
  written: string,
): Promise<Result<FoundAccount, Failure>> {
  const name = readNameCell(written);
  if (!name.found) return refuse({ reason: 'account_unknown' });
  const entries = await globalUsersDirectory(desk.wikimedia).resolve([name.username]);
  if (!entries.ok) return entries;
  const entry = entries.value.get(name.username);
  return entry?.found === true && !entry.locked
    ? ok({ id: entry.accountId, username: entry.username })
    : refuse({ reason: 'account_unknown' });
}
