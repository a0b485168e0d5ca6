/** Whom no credential without a name may name. */
export const UNDISCLOSED = 'Ẹniọlá of the Ledgers';

/** A signed credential that nobody revoked or withdrew. */
const LIVE = "(select id from credentials where document is not null and state = 'active' limit 1)";
const HOUR_AGO = 'unixepoch() - 4000';

/** By its name, what breaks each invariant and nothing that its own sentence does not say. */
export const BROKEN_BY_HAND: Readonly<
  Record<string, readonly [store: 'PUBLIC' | 'PRIVATE', sql: string]>
> = {
  'batch-is-whole': [
    'PRIVATE',
    'delete from batch_rows where rowid = (select min(rowid) from batch_rows)',
  ],
  'queued-row-has-work': ['PRIVATE', "update batch_rows set state = 'queued' where rowid = 1"],
  'row-tells-its-award': ['PRIVATE', "update batch_rows set state = 'refused' where rowid = 1"],
  'award-has-its-row': ['PRIVATE', "update awards set batch_id = 'another' where rowid = 1"],
  'paper-is-signed': ['PRIVATE', "delete from intents where request_key like 'paper:%'"],
  'one-credential-a-request': [
    'PRIVATE',
    "drop index intents_request_key_unique; update intents set request_key = 'paper:same'",
  ],
  'signed-after-acceptance': [
    'PRIVATE',
    "update awards set state = 'offered', revocation_reason = null",
  ],
  'intent-ended': [
    'PRIVATE',
    `update intents set state = 'recorded', document = '{}', recorded_at_seconds = ${HOUR_AGO}`,
  ],
  'document-intent-ended': [
    'PRIVATE',
    `update document_intents set state = 'recorded', document = '{}', digest = null, recorded_at_seconds = ${HOUR_AGO}`,
  ],
  'document-has-its-status': ['PRIVATE', 'delete from document_intents'],
  'correction-exists': ['PRIVATE', "update awards set superseded_by = 'nothing' where rowid = 1"],
  'work-is-done': [
    'PRIVATE',
    `insert into outbox values ('left', '{"task":"publish_issuer","issuer":"test"}', ${HOUR_AGO}, 0, 1)`,
  ],
  'credential-has-its-intent': ['PRIVATE', `delete from intents where rowid = 1`],
  'intent-has-its-credential': ['PUBLIC', `delete from credentials where id = ${LIVE}`],
  'revoked-as-its-award': [
    'PRIVATE',
    "update awards set state = 'revoked', revocation_reason = 'duplicate' where state = 'accepted'",
  ],
  'place-used-once': [
    'PRIVATE',
    `update intents set (status_list, status_index) =
      (select status_list, status_index from intents where rowid = 1) where rowid = 2`,
  ],
  'bit-tells-the-state': [
    'PUBLIC',
    `update status_entries set set_at_seconds = 1 where (list, entry_index) =
      (select status_list, status_index from credentials where id = ${LIVE})`,
  ],
  'successor-exists': [
    'PUBLIC',
    `update credentials set superseded_by = 'nothing' where id = ${LIVE}`,
  ],
  'endorsed-exists': ['PUBLIC', `update credentials set endorses = 'nothing' where id = ${LIVE}`],
  'achievement-published': ['PUBLIC', 'delete from published_achievements'],
  'key-signed-in-its-time': [
    'PUBLIC',
    "update verification_keys set retired_at_seconds = 1 where algorithm = 'Ed25519'",
  ],
  'rsa-key-known': ['PUBLIC', `update credentials set rsa_key_id = 'nothing' where id = ${LIVE}`],
  'mode-is-kept': [
    'PUBLIC',
    "update credentials set disclosure = 'none' where disclosure = 'account' and document is not null",
  ],
  'bytes-are-whole': [
    'PUBLIC',
    `update credentials set document = json_set(document, '$.id', 'https://laurel.example/c/another')
      where id = ${LIVE}`,
  ],
  'listed-is-public': [
    'PUBLIC',
    "insert into badge_feed values ('nothing', 'Nobody in particular')",
  ],
  'collected-exists': ['PUBLIC', `update collections set members = '["nothing"]'`],
  'salt-leads-somewhere': [
    'PUBLIC',
    'update credentials set document = null where document is not null',
  ],
  'logged-once': [
    'PUBLIC',
    "insert into log_pending select null, 'key', hash from log_entries limit 1",
  ],
  'newest-checkpoint-signed': [
    'PUBLIC',
    `update log_checkpoints set note = null, made_at_seconds = ${HOUR_AGO}`,
  ],
  'entry-beside-its-list': ['PUBLIC', "insert into status_entries values ('nothing', 0, 0, null)"],
  'list-is-published': [
    'PUBLIC',
    `update status_entries set set_at_seconds = ${HOUR_AGO} where set_at_seconds is not null;
      update status_lists set changes = changes + 1`,
  ],
  'list-shows-its-entries': [
    'PUBLIC',
    'update status_entries set set_at_seconds = null where set_at_seconds is not null',
  ],
  'signature-is-logged': ['PUBLIC', `delete from log_salts where credential = ${LIVE}`],
  'published-is-logged': ['PUBLIC', "update key_histories set document = document || ' '"],
  'log-is-whole': ['PUBLIC', "update log_entries set kind = 'key' where kind = 'credential'"],
  'key-has-both-halves': ['PRIVATE', 'delete from sealed_keys'],
  'undisclosed-is-nameless': [
    'PUBLIC',
    `update credentials set document = json_set(document, '$.credentialSubject.narrative', 'Given to ${UNDISCLOSED}.')
      where disclosure = 'none'`,
  ],
  'directory-leads-somewhere': [
    'PUBLIC',
    "insert into issuer_databases values ('demonstration', 2)",
  ],
  'checkpoint-names-its-log': [
    'PUBLIC',
    "update log_checkpoints set note = replace(note, '/log', '/log/2')",
  ],
  'signature-is-good': [
    'PUBLIC',
    `update credentials set document = json_set(document, '$.name', 'Another') where id = ${LIVE}`,
  ],
};
