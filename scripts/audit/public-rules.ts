import type { RowRule } from './row-rule.ts';

const HOUR_SECONDS = 3_600;

/** What holds within PUBLIC beside its credentials. */
export const PUBLIC_RULES: readonly RowRule[] = [
  {
    name: 'listed-is-public',
    sentence: 'Whatever is listed under a user name names that account, and has its bytes.',
    store: 'PUBLIC',
    table: 'badge_feed',
    id: 'one.credential_id',
    broken: `not exists (select 1 from credentials as other where other.id = one.credential_id
      and other.disclosure = 'account' and other.document is not null)`,
  },
  {
    name: 'salt-leads-somewhere',
    sentence:
      'What leads into the log belongs to bytes that are kept, and what it leads to stands there or waits for it.',
    store: 'PUBLIC',
    table: 'log_salts',
    id: 'one.credential',
    broken: `not exists (select 1 from credentials as other
        where other.id = one.credential and other.document is not null)
      or not (exists (select 1 from log_entries as entry where entry.hash = one.hash)
        or exists (select 1 from log_pending as waiting where waiting.hash = one.hash))`,
  },
  {
    name: 'logged-once',
    sentence: 'What waits for the log does not stand in it already.',
    store: 'PUBLIC',
    table: 'log_pending',
    id: 'one.hash',
    broken: 'exists (select 1 from log_entries as entry where entry.hash = one.hash)',
  },
  {
    name: 'newest-checkpoint-signed',
    sentence: 'The newest checkpoint of the log is signed, within an hour.',
    store: 'PUBLIC',
    table: 'log_checkpoints',
    id: 'one.size',
    broken: `one.note is null and one.made_at_seconds < unixepoch() - ${HOUR_SECONDS}
      and one.size = (select max(size) from log_checkpoints)`,
  },
  {
    name: 'entry-beside-its-list',
    sentence: 'The entries of a status list stand beside it.',
    store: 'PUBLIC',
    table: 'status_entries',
    id: "one.list || '#' || one.entry_index",
    broken: 'not exists (select 1 from status_lists as list where list.id = one.list)',
  },
  {
    name: 'list-is-published',
    sentence: 'A status list shows what was set in it an hour ago.',
    store: 'PUBLIC',
    table: 'status_lists',
    id: 'one.id',
    broken: `one.changes > one.published_changes and not exists (select 1 from status_entries as entry
      where entry.list = one.id and entry.set_at_seconds >= unixepoch() - ${HOUR_SECONDS})`,
  },
];
