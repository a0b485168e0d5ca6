import { accounts } from '@laurel/store/private/desk';
import { and, inArray, not, or, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Where an account may be meant: by these the row with its name stays. Each is looked up by an index. */
export const MEANT_IN = [
  ...['audit_people.account_id', 'award_reports.account_id', 'declared_names.account_id'],
  ...['calendar_feeds.account_id', 'map_walks.account_id', 'term_exceptions.account_id'],
  ...['endorsements.holder_account_id', 'endorsements.endorser_account_id'],
  ...['muted_askers.account_id', 'muted_askers.asker_account_id'],
  ...['event_volunteers.account_id', 'grants.account_id', 'muted_issuers.account_id'],
  ...['mentor_limits.account_id', 'mentorships.mentor', 'mentorships.mentee'],
  ...['muted_people.account_id', 'muted_people.muted'],
  ...['nominations.nominator', 'nominations.nominee', 'sessions.account_id'],
  ...['sheet_rows.account_id', 'signatories.account_id', 'slips.account_id'],
  ...['stewards.account_id', 'applications.applicant', 'batch_rows.account_id'],
] as const;

/**
 * The statement that forgets the names of whoever had one of these awards, and nothing else here: before the
 * awards are deleted, in the same transaction. `awardIds` is a subquery of ids.
 */
export function forgettingAccounts({ store }: Desk, awardIds: SQL) {
  const isMeant = MEANT_IN.map((place) => {
    const [table = '', column = ''] = place.split('.');
    return sql`exists (select 1 from ${sql.identifier(table)}
      where ${sql.identifier(table)}.${sql.identifier(column)} = ${accounts.id})`;
  });
  return store.delete(accounts).where(
    and(
      inArray(accounts.id, sql`(select account_id from awards where id in ${awardIds})`),
      not(
        or(
          sql`exists (select 1 from awards where awards.account_id = ${accounts.id}
            and awards.id not in ${awardIds})`,
          sql`${accounts.id} in (select json_each.value ->> 'accountId'
            from applications, json_each(applications.contacts))`,
          ...isMeant,
        ) ?? sql`false`,
      ),
    ),
  );
}
