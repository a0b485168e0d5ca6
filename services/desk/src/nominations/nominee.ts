import type { Failure } from '@laurel/core/failure';
import type { AccountToCompare } from '@laurel/core/person-finding';
import { ok, type Result } from '@laurel/core/result';
import { readNameCell } from '@laurel/sheet/name-cell';
import { globalUsersDirectory } from '@laurel/wikimedia/directory';
import { homeWikiOf } from '@laurel/wikimedia/home-wiki';
import { nearNames } from '@laurel/wikimedia/near-names';
import type { Desk } from '../env.ts';

/** Near names that are told of one that was not found. */
const MOST_NEAR = 3;

/** Whom a nominator means, with what tells them apart; or accounts with names like it. */
export type NomineeFinding =
  | { readonly found: true; readonly account: AccountToCompare }
  | { readonly found: false; readonly near: readonly AccountToCompare[] };

/** Looks for the account that a nominator means by a user name, as people write them. */
export async function findNominee(
  desk: Desk,
  written: string,
): Promise<Result<NomineeFinding, Failure>> {
  const name = readNameCell(written);
  if (!name.found) return ok({ found: false, near: [] });
  const { username } = name;
  const entries = await globalUsersDirectory(desk.wikimedia).resolve([username]);
  if (!entries.ok) return entries;
  const entry = entries.value.get(username);
  if (entry?.found !== true) {
    const near = await nearNames(desk.wikimedia, username, MOST_NEAR);
    return near.ok ? ok({ found: false, near: near.value }) : near;
  }
  if (entry.locked) return ok({ found: false, near: [] });
  const home = await homeWikiOf(desk.wikimedia, entry.username);
  if (!home.ok) return home;
  return ok({
    found: true,
    account: {
      accountId: entry.accountId,
      username: entry.username,
      homeWiki: home.value.homeWiki,
      registration: entry.registration ?? home.value.registration,
    },
  });
}
