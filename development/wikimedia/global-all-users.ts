import { type InventedAccount, isPublic } from './account.ts';
import type { Accounts } from './accounts.ts';
import type { Answer, Parameters } from './answer.ts';
import { GLOBAL_GROUPS, membersOf } from './global-groups.ts';

/**
 * `list=globalallusers`: CentralAuth, `ApiQueryGlobalAllUsers`. Lists the members of a group; without
 * one only accounts that were asked for by name before, as any name can be invented. A group that
 * there is not is no filter at all, as in the Action API.
 */
export function globalAllUsers(parameters: Parameters, accounts: Accounts): Answer {
  const prefix = parameters.get('aguprefix') ?? '';
  const from = parameters.get('agufrom') ?? '';
  const group = parameters.get('agugroup') ?? '';
  const limit = Number(parameters.get('agulimit') ?? 10);
  const among = GLOBAL_GROUPS.includes(group) ? inGroup(group, accounts) : accounts.seen();
  const all = among
    .filter((account) => isPublic(account) && account.username.startsWith(prefix))
    .filter(({ username }) => username >= from)
    .sort((one, other) => (one.username < other.username ? -1 : 1));
  const globalallusers = all
    .slice(0, limit)
    .map(({ accountId, username }) => ({ id: Number(accountId), name: username }));
  const next = all[limit];
  if (next === undefined) return { batchcomplete: true, query: { globalallusers } };
  return { continue: { agufrom: next.username, continue: '-||' }, query: { globalallusers } };
}

function inGroup(group: string, accounts: Accounts): readonly InventedAccount[] {
  return membersOf(group).flatMap((username) => {
    const found = accounts.byName(username);
    return found.kind === 'account' ? [found.account] : [];
  });
}
