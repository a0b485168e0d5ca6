import { type InventedAccount, isPublic } from './account.ts';
import type { Accounts } from './accounts.ts';
import type { Answer, Parameters } from './answer.ts';

/** `meta=globaluserinfo`: CentralAuth, `ApiQueryGlobalUserInfo`. */
export function globalUserInfo(parameters: Parameters, accounts: Accounts): Answer {
  const name = parameters.get('guiuser');
  const id = parameters.get('guiid');
  if (name === null) {
    const account = accounts.byId(id ?? '');
    if (account !== undefined) return infoOf(account);
    return { error: { code: 'invaliduserid', info: 'No account with that id was seen so far.' } };
  }
  const found = accounts.byName(name);
  if (found.kind === 'invalid') {
    return { error: { code: 'baduser', info: 'Invalid value for user parameter "guiuser".' } };
  }
  return found.kind === 'account' ? infoOf(found.account) : infoOf(undefined);
}

function infoOf(account: InventedAccount | undefined): Answer {
  if (account === undefined || !isPublic(account)) {
    return { batchcomplete: true, query: { globaluserinfo: { missing: true } } };
  }
  const globaluserinfo = {
    home: 'metawiki',
    id: Number(account.accountId),
    registration: account.registration,
    name: account.username,
    ...(account.locked ? { locked: true } : {}),
  };
  return { batchcomplete: true, query: { globaluserinfo } };
}
