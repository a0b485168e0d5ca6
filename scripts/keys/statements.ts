import { RECORD_OWNER } from '@laurel/core/key-owners';
import type { KeyCommand } from './read-command.ts';

/** A statement for PRIVATE, or for each database that PUBLIC is spread over. What stands in it was read strictly, and needs no quoting. */
export type Statement = { readonly store: 'PUBLIC' | 'PRIVATE'; readonly sql: string };

const KEYS = `select case owner when '' then '(root)' when '/log' then '(log)' else owner end as issuer,
  id as key, algorithm, case when compromised_at_seconds is not null then 'stolen'
    when retired_at_seconds is not null then 'retired'
    when waiting = 1 then 'waiting' else 'signing' end as state,
  datetime(max(created_at_seconds, signs_from_seconds), 'unixepoch') as signs_from,
  datetime(retired_at_seconds, 'unixepoch') as retired,
  datetime(compromised_at_seconds, 'unixepoch') as not_trusted_since
  from verification_keys order by owner, created_at_seconds, id`;

const ORDERS = `select datetime(ordered_at_seconds, 'unixepoch') as ordered, issuer, act, key_id as key,
  datetime(since_seconds, 'unixepoch') as since, coalesce(outcome, 'in progress') as outcome
  from key_orders left join key_order_outcomes on order_id = id order by ordered_at_seconds, id`;

/** Whose keys can be ordered about: issuers', and those that sign learner records once there are any. */
const OWNERS = `select slug from desk_issuers
  union select owner from sealed_keys where owner = '${RECORD_OWNER}'`;

const INSERT =
  'insert into key_orders (id, act, issuer, key_id, since_seconds, ordered_at_seconds) select lower(hex(randomblob(8)))';

/** What does or shows what was asked for. An order whose issuer or key does not exist inserts nothing. */
export function statementsFor(command: KeyCommand): readonly Statement[] {
  switch (command.command) {
    case 'list':
      return [
        { store: 'PUBLIC', sql: KEYS },
        { store: 'PRIVATE', sql: ORDERS },
      ];
    case 'rotate': {
      const narrowed = command.slug === null ? '' : ` where slug = '${command.slug}'`;
      const sql = `${INSERT}, 'rotate', slug, null, null, unixepoch() from (${OWNERS})${narrowed}`;
      return [{ store: 'PRIVATE', sql }];
    }
    case 'secret-lost':
      // The signer makes a new root key and a new key of the log by itself; issuers' are made with their faces.
      return [
        {
          store: 'PUBLIC',
          sql: 'update verification_keys set retired_at_seconds = unixepoch() where retired_at_seconds is null and compromised_at_seconds is null',
        },
        {
          store: 'PRIVATE',
          sql: "insert into outbox (id, task, due_at_seconds, leased_until_seconds, attempts) select lower(hex(randomblob(8))), json_object('task', 'publish_issuer', 'issuer', slug), unixepoch(), 0, 0 from desk_issuers",
        },
      ];
    case 'compromised': {
      const { keyId, sinceSeconds } = command;
      // The root key and the log's are no issuer's: docs/keys.md says what to do about those.
      const sql = `${INSERT}, 'compromised', owner, key_id, ${sinceSeconds}, unixepoch() from sealed_keys where key_id = '${keyId}' and owner in (${OWNERS})`;
      return [{ store: 'PRIVATE', sql }];
    }
  }
}
