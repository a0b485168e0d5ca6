import type { Databases } from '../audit/ask.ts';

/**
 * What changes in PUBLIC with whatever the signer does: nothing is signed, revoked, shown or hidden without it, in whichever
 * of its databases. Of two marks that are the same nothing was written in between that PRIVATE could lack.
 */
export async function markOf({ ask, publicStores }: Databases): Promise<string> {
  const marks = [];
  for (const store of publicStores) marks.push(...(await ask(store, MARK)));
  return JSON.stringify(marks);
}

const MARK = `select (select count(*) from credentials) as credentials,
      (select max(size) from log_checkpoints) as logged,
      (select count(*) from log_pending) as waiting,
      (select sum(changes + published_changes + drawn) from status_lists) as statuses,
      (select sum(revision) from key_histories) as keys,
      (select count(*) from credentials where visible = 1) as shown,
      (select count(*) from credentials where state = 'suspended' or state = 'superseded') as said,
      (select count(rsa_jwt) from credentials) as jwts`;
