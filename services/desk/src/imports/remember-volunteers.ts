import { eventVolunteers } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import { keepNames } from '../account-names/keep-names.ts';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import type { Gathered } from './gathered.ts';

/**
 * Statements that remember who helped at an event, so that the issuer can be told of whom it never
 * thanked. An event that is imported again is remembered as of now; accounts get their name of today.
 */
export function rememberVolunteers(
  desk: Desk,
  { issuer }: Actor,
  { key, name, volunteers }: Gathered,
) {
  const { store, nowSeconds } = desk;
  const people = JSON.stringify(volunteers);
  return [
    ...keepNames(desk, volunteers),
    store
      .insert(eventVolunteers)
      .select(sql`
        select ${issuer}, ${key}, ${name}, value ->> 'accountId', ${nowSeconds}
        from json_each(${people}) where true`)
      .onConflictDoUpdate({
        target: [eventVolunteers.issuer, eventVolunteers.event, eventVolunteers.accountId],
        set: {
          eventName: sql`excluded.event_name`,
          importedAtSeconds: sql`excluded.imported_at_seconds`,
        },
      }),
  ] as const;
}
