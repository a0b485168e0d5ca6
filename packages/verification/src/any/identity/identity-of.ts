import type { Check } from '@laurel/core/verdict';
import type { ProofSeen } from '../proof-wanted.ts';
import { belongsTo } from './belongs-to.ts';
import { unaskableMethodOf } from './find-document.ts';
import { identityCheck } from './key-lookup.ts';

/**
 * Whether somebody who is named signed a document: passes where one of the good signatures is theirs, as
 * others may have signed beside them. Of signatures that are not good it is told whose key they name.
 */
export function identityOf(seen: readonly ProofSeen[], controller: string): Check {
  const good = seen.filter(({ check }) => check.check === 'proof' && check.result === 'pass');
  const keys = (good.length === 0 ? seen : good).flatMap(({ lookup }) =>
    lookup?.ok ? [lookup.value] : [],
  );
  const own = keys.find((key) => belongsTo(key, controller));
  if (own !== undefined) return identityCheck('pass', 'resolved', controller, own.how);
  const unanswered = seen.flatMap(({ lookup }) =>
    lookup === null || lookup.ok || lookup.failure.check !== 'identity' ? [] : [lookup.failure],
  );
  const [first] = unanswered;
  if (first !== undefined) return first;
  const [foreign] = keys;
  if (foreign === undefined) return identityCheck('skipped', 'not_checked');
  // Some issuers of badges name themselves by a `urn:` and sign with a did:key: nobody can say whose it is.
  const method = unaskableMethodOf(controller);
  return method === null
    ? identityCheck('fail', 'another_issuer', foreign.owner, controller)
    : identityCheck('warn', 'method_unknown', method);
}
