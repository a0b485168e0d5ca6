import type { RowRule } from './row-rule.ts';

const HOUR_SECONDS = 3_600;

/** Beyond this a task of the outbox has failed for hours, however often its next try was put off. */
const MANY_ATTEMPTS = 12;

/** These go on where they left off, which is an attempt each; an outage of Wikimedia is no fault of ours. */
const LONG_TASKS = "('erase_account', 'look_at_names', 'end_former_name', 'resolve_sheet')";

/** What holds within PRIVATE: of batches, awards, intents, and the work that is asked for. */
export const PRIVATE_RULES: readonly RowRule[] = [
  {
    name: 'batch-is-whole',
    sentence: 'A batch has a row for each of its recipients.',
    store: 'PRIVATE',
    table: 'batches',
    id: 'one.id',
    broken: 'one.size <> (select count(*) from batch_rows as row where row.batch_id = one.id)',
  },
  {
    name: 'row-tells-its-award',
    sentence: 'A row that was awarded has its award, and one that was refused or lapsed has none.',
    store: 'PRIVATE',
    table: 'batch_rows',
    id: "one.batch_id || '#' || one.row_number",
    broken: `one.state <> 'queued' and (one.state = 'awarded') <>
      exists (select 1 from awards as award where award.id = one.award_id)`,
  },
  {
    name: 'award-has-its-row',
    sentence: 'An award has its row in its batch.',
    store: 'PRIVATE',
    table: 'awards',
    id: 'one.id',
    broken: `not exists (select 1 from batch_rows as row
      where row.award_id = one.id and row.batch_id = one.batch_id)`,
  },
  {
    name: 'paper-is-signed',
    sentence:
      'An award that was accepted on paper, and whose row is done, has the credential that was asked for with it.',
    store: 'PRIVATE',
    table: 'awards',
    id: 'one.id',
    broken: `one.state = 'accepted' and one.consent = 'paper'
      and not exists (select 1 from batch_rows as row where row.award_id = one.id and row.state = 'queued')
      and not exists (select 1 from intents as intent
        where intent.request_key = 'paper:' || one.id and intent.state = 'released')`,
  },
  {
    name: 'one-credential-a-request',
    sentence: 'No request has two credentials.',
    store: 'PRIVATE',
    table: 'intents',
    id: 'one.credential_id',
    broken: `exists (select 1 from intents as other
      where other.request_key = one.request_key and other.rowid <> one.rowid)`,
  },
  {
    name: 'signed-after-acceptance',
    sentence: 'Nothing was signed for an award before it was accepted.',
    store: 'PRIVATE',
    table: 'intents',
    id: 'one.credential_id',
    broken: `one.state <> 'abandoned' and exists (select 1 from awards as award
      where award.id = one.award_id and award.state not in ('accepted', 'revoked'))`,
  },
  {
    name: 'intent-ended',
    sentence: 'What was about to be signed an hour ago was signed, or given up.',
    store: 'PRIVATE',
    table: 'intents',
    id: 'one.credential_id',
    broken: `one.state = 'recorded' and one.recorded_at_seconds < unixepoch() - ${HOUR_SECONDS}`,
  },
  {
    name: 'document-intent-ended',
    sentence: 'The same of documents of test issuers.',
    store: 'PRIVATE',
    table: 'document_intents',
    id: 'one.id',
    broken: `one.state = 'recorded' and one.recorded_at_seconds < unixepoch() - ${HOUR_SECONDS}`,
  },
  {
    name: 'document-has-its-status',
    sentence: 'The status of a document of a test issuer belongs to one that was recorded.',
    store: 'PRIVATE',
    table: 'document_statuses',
    id: 'one.document',
    broken: 'not exists (select 1 from document_intents as other where other.id = one.document)',
  },
  {
    name: 'correction-exists',
    sentence: 'The award that put another one right exists, and says so.',
    store: 'PRIVATE',
    table: 'awards',
    id: 'one.id',
    broken: `one.superseded_by is not null and not exists (select 1 from awards as other
      where other.id = one.superseded_by and other.corrects = one.id)`,
  },
  {
    name: 'work-is-done',
    sentence: `What the outbox asks for is done within an hour of its time, in fewer than ${MANY_ATTEMPTS} attempts.`,
    store: 'PRIVATE',
    table: 'outbox',
    id: "(one.task ->> 'task') || ' ' || one.id",
    broken: `(one.due_at_seconds < unixepoch() - ${HOUR_SECONDS} and one.leased_until_seconds < unixepoch())
      or (one.attempts >= ${MANY_ATTEMPTS} and one.task ->> 'task' not in ${LONG_TASKS})`,
  },
];
