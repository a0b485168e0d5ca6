import type { AccountToCompare } from '@laurel/core/person-finding';
import { ok, type Result } from '@laurel/core/result';
import * as z from 'zod';
import { askActionApi, type DirectoryRefusal, type WikimediaReader } from './action-api.ts';
import { homeWikiOf } from './home-wiki.ts';
import { nameDistance } from './name-distance.ts';

/** Names that one call lists: enough to find a slip of the pen, little enough to be polite. */
const NAMES_LISTED = 50;

/** So much of a name may be otherwise for it to be worth showing. */
const MAX_SHARE_CHANGED = 0.34;

const Answer = z.object({
  query: z.object({
    globalallusers: z.array(z.object({ id: z.int().positive(), name: z.string().min(1) })),
  }),
});

type Listed = z.infer<typeof Answer>['query']['globalallusers'];

/**
 * Accounts whose names are like one that is nobody's, nearest first, at most `most`. Looks among names
 * with the same beginning, first a long one and then a short one (`list=globalallusers`, CentralAuth,
 * `ApiQueryGlobalAllUsers`), then asks where each of them is at home: at most `2 + most` calls.
 */
export async function nearNames(
  wikimedia: WikimediaReader,
  name: string,
  most: number,
): Promise<Result<readonly AccountToCompare[], DirectoryRefusal>> {
  let nearest: Listed = [];
  for (const prefix of prefixesOf(name)) {
    const listed = await namesWithPrefix(wikimedia, prefix);
    if (!listed.ok) return listed;
    nearest = nearestOf(name, listed.value).slice(0, most);
    if (nearest.length > 0) break;
  }
  const accounts: AccountToCompare[] = [];
  for (const { id, name: username } of nearest) {
    const home = await homeWikiOf(wikimedia, username);
    if (!home.ok) return home;
    accounts.push({ accountId: String(id), username, ...home.value });
  }
  return ok(accounts);
}

function prefixesOf(name: string): readonly string[] {
  const letters = [...name];
  const lengths = [Math.ceil(letters.length * 0.6), Math.min(3, letters.length)];
  return [...new Set(lengths)].map((length) => letters.slice(0, length).join(''));
}

function nearestOf(name: string, listed: Listed): Listed {
  const most = Math.max(1, Math.floor([...name].length * MAX_SHARE_CHANGED));
  return listed
    .map((account) => ({ account, distance: nameDistance(name, account.name) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
    .map(({ account }) => account);
}

async function namesWithPrefix(
  wikimedia: WikimediaReader,
  prefix: string,
): Promise<Result<Listed, DirectoryRefusal>> {
  const answer = await askActionApi(
    wikimedia,
    { list: 'globalallusers', aguprefix: prefix, agulimit: String(NAMES_LISTED) },
    Answer,
  );
  return answer.ok ? ok(answer.value.query.globalallusers) : answer;
}
