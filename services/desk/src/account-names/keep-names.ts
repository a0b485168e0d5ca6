import { isVanishedName } from '@laurel/core/vanished-name';
import { accounts, outbox } from '@laurel/store/private/desk';
import { type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** The one row of the outbox by which Wikimedia is asked again. */
export const LOOK_ID = 'look_at_names';

/** An account as Wikimedia names it now; null is one that it does not name. */
export type SeenName = { readonly accountId: string; readonly username: string | null };

/**
 * The statements by which accounts are called as Wikimedia calls them now, and the only ones that write a
 * name. They see to all that depends on it: that nothing shows a name that was given up, and that who is
 * said to bear a name that is another's now is nameless until Wikimedia says what it is called. For a
 * transaction, in which `condition` says whether it happens at all. The last one's changes say nothing.
 */
export function keepNames(
  { store, nowSeconds }: Desk,
  seen: readonly SeenName[],
  condition: SQL = sql`true`,
) {
  const people = JSON.stringify(
    seen.map(({ accountId, username }) => ({
      id: accountId,
      name: username === null || isVanishedName(username) ? null : username,
    })),
  );
  const given = sql`(select value ->> 'id' as id, value ->> 'name' as name from json_each(${people}))`;
  return [
    store.insert(outbox).select(sql`
      select lower(hex(randomblob(12))), json_object('task', 'end_former_name',
        'accountId', id, 'formerName', username), ${nowSeconds}, 0, 0
      from (select accounts.id, username from ${given} as given
          join accounts on accounts.id = given.id where username is not given.name
        union select accounts.id, username from ${given} as given
          join accounts on username = given.name where accounts.id <> given.id)
      where username is not null and ${condition}`),
    store
      .update(accounts)
      .set({ username: null, usernameSeenAtSeconds: 0, missingSinceSeconds: null })
      .where(sql`username in (select name from ${given} where name is not null)
        and id not in (select id from ${given}) and ${condition}`),
    store
      .insert(outbox)
      .select(sql`
        select ${LOOK_ID}, ${JSON.stringify({ task: LOOK_ID })}, ${nowSeconds}, 0, 0
        where changes() > 0`)
      .onConflictDoNothing(),
    store
      .insert(accounts)
      .select(sql`select id, name, ${nowSeconds}, null from ${given} where ${condition}`)
      .onConflictDoUpdate({
        target: accounts.id,
        set: {
          username: sql`excluded.username`,
          usernameSeenAtSeconds: sql`excluded.username_seen_at_seconds`,
          missingSinceSeconds: null,
        },
      }),
  ] as const;
}
