import { type Accounts, isPublic } from './account.ts';
import type { Answer, Parameters } from './answer.ts';

/**
 * `list=globalallusers`: CentralAuth, `ApiQueryGlobalAllUsers`. Lists only accounts that were asked for
 * by name before, as any name can be invented.
 */
export function globalAllUsers(parameters: Parameters, accounts: Accounts): Answer {
  const prefix = parameters.get('aguprefix') ?? '';
  const limit = Number(parameters.get('agulimit') ?? 10);
  const globalallusers = accounts
    .seen()
    .filter((account) => isPublic(account) && account.username.startsWith(prefix))
    .sort((one, other) => (one.username < other.username ? -1 : 1))
    .slice(0, limit)
    .map(({ accountId, username }) => ({ id: Number(accountId), name: username }));
  return { batchcomplete: true, query: { globalallusers } };
}
