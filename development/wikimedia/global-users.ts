import { type InventedAccount, isPublic } from './account.ts';
import type { Accounts } from './accounts.ts';
import type { Answer, Parameters } from './answer.ts';
import { membershipsOf } from './global-groups.ts';

/** `list=globalusers`: CentralAuth, `ApiQueryGlobalUsers`. */
export function globalUsers(
  parameters: Parameters,
  accounts: Accounts,
  maxPerAnswer: number,
): Answer {
  const names = parameters.get('gususers');
  const ids = parameters.get('guscentralids');
  if ((names === null) === (ids === null)) {
    return { error: { code: 'invalidparammix', info: 'Give either gususers or guscentralids.' } };
  }
  const asked = (names ?? ids ?? '').split('|');
  if (asked.length > 50) {
    return { error: { code: 'toomanyvalues', info: 'Too many values. The limit is 50.' } };
  }
  const properties = new Set((parameters.get('gusprop') ?? '').split('|'));
  const all =
    names === null ? byIds(asked, properties, accounts) : byNames(asked, properties, accounts);
  const globalusers = all.slice(0, maxPerAnswer);
  if (all.length <= maxPerAnswer) return { batchcomplete: true, query: { globalusers } };
  // The extension names again all that was asked, not what is left; a client must not loop on it.
  const again = names === null ? { guscentralids: ids } : { gususers: names };
  return { continue: { ...again, continue: '-||' }, query: { globalusers } };
}

function byNames(asked: readonly string[], properties: ReadonlySet<string>, accounts: Accounts) {
  const entries = new Map<string, object>();
  for (const name of asked) {
    const found = accounts.byName(name);
    if (found.kind === 'invalid') {
      entries.set(name, { name, invalid: true });
    } else if (found.kind === 'missing') {
      entries.set(found.username, { name: found.username, missing: true });
    } else {
      const { account } = found;
      const { username: canonical } = account;
      entries.set(
        canonical,
        isPublic(account) ? entryOf(account, properties) : { name: canonical, missing: true },
      );
    }
  }
  return [...entries.values()];
}

function byIds(asked: readonly string[], properties: ReadonlySet<string>, accounts: Accounts) {
  return [...new Set(asked)].map((id) => {
    const account = accounts.byId(id);
    if (account === undefined || !isPublic(account)) {
      return { centralid: Number(id), missing: true };
    }
    return entryOf(account, properties);
  });
}

function entryOf(account: InventedAccount, properties: ReadonlySet<string>) {
  return {
    centralid: Number(account.accountId),
    name: account.username,
    ...(properties.has('locked') ? { locked: account.locked } : {}),
    ...(properties.has('locked') && account.locked ? { locklogid: 1 } : {}),
    ...(properties.has('editcount') ? { editcount: account.editCount } : {}),
    ...(properties.has('registration') ? { registration: account.registration } : {}),
    ...(properties.has('groupmemberships')
      ? { groupmemberships: membershipsOf(account.username) }
      : {}),
  };
}
