import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEANT_IN } from '../../services/desk/src/awarding/forget-account.ts';
import { privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { tablesAndPersonColumns } from '../support/person-columns.ts';

/** By these no name has to be kept that is not kept by one of the others, and why. */
const MEANT_ELSEWHERE = [
  // The name itself, as a text.
  'accounts.username',
  'batch_rows.username',
  'sheet_rows.username',
  'badge_feed.username',
  // Looked at by itself, as it is within JSON or what is lapsing.
  'applications.contacts',
  'awards.account_id',
  // Somebody who has an award that is not lapsing, or a declared name.
  'collection_holders.account_id',
  'confirmations.confirmed_by',
  'credential_notes.account_id',
  'declared_names.writings',
  'intents.record_holder',
  'name_changes.account_id',
  'name_changes.writings',
  'wallet_offers.account_id',
  // Whoever has an award, and is meant by that.
  'trainers.account_id',
  'share_outs.account_id',
  // Somebody who acted for an issuer or as a steward, which the trail keeps.
  'achievement_drafts.updated_by',
  'applications.decided_by',
  'award_reports.decided_by',
  'awards.awarded_by',
  'batch_revocations.decided_by',
  'batch_revocations.requested_by',
  'batches.created_by',
  'grants.granted_by',
  'idempotency_keys.body_hash',
  'invitations.updated_by',
  'leavings.updated_by',
  'maps.updated_by',
  'mentorships.decided_by',
  'name_changes.decided_by',
  'nominations.decided_by',
  'share_outs.decided_by',
  'sheets.created_by',
  'slip_sheets.created_by',
  'stewards.added_by',
  'term_exceptions.recorded_by',
  'tokens.created_by',
  'trainer_rules.set_by',
  'trainers.granted_by',
  'webhooks.created_by',
];

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

test('each column that holds somebody is looked at before a name is forgotten, or need not be', async () => {
  const { columns } = await tablesAndPersonColumns(laurel);
  const known: readonly string[] = [...MEANT_IN, ...MEANT_ELSEWHERE];

  expect(columns.filter((column) => !known.includes(column))).toEqual([]);
  expect(MEANT_IN.filter((column) => !columns.includes(column))).toEqual([]);
});

test.each(MEANT_IN)('%s is looked up by an index, however long its table is', async (place) => {
  const [table, column] = place.split('.');
  const store = await privateStore(laurel);

  const { results } = await store
    .prepare(
      `explain query plan select id from accounts
        where exists (select 1 from ${table} where ${table}.${column} = accounts.id)`,
    )
    .all<{ detail: string }>();

  const plan = results.map(({ detail }) => detail).filter((detail) => detail.includes(`${table}`));
  expect(plan).toEqual([expect.stringMatching(new RegExp(`^SEARCH ${table}\\b.*USING`))]);
});
