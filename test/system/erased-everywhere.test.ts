import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import type { Laurel } from '../support/laurel.ts';
import { OWN_WORDS } from '../support/life-as-holder.ts';
import { MEMBERS_WORDS } from '../support/life-as-member.ts';
import { livedEverywhere } from '../support/life-everywhere.ts';
import { tablesAndPersonColumns } from '../support/person-columns.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { cellsWith } from '../support/stored-cells.ts';

const NAME = 'Ọláńrewájú of Ìbàdàn';
const ACCOUNT = accountIdOf(NAME);

/** All that tells of the person, in what was stored as they lived. */
const TRACES = [
  ...[ACCOUNT, NAME, NAME.replaceAll(' ', '_')],
  ...Object.values({ ...OWN_WORDS, ...MEMBERS_WORDS }),
];

/** Tables that hold nobody, whatever somebody did. Any other one is to be made to hold the person here. */
const NOBODYS = [
  // The service and its issuers.
  ...[
    'published_achievements',
    'published_maps',
    'open_seats',
    'seat_feeds',
    'achievements',
    'issuers',
    'desk_issuers',
    'issuer_logos',
    'issuer_databases',
  ],
  ...['mentor_achievements', 'seat_feeds', 'open_seats'],
  ...['verification_keys', 'sealed_keys', 'key_histories', 'key_orders', 'key_order_outcomes'],
  // Whether this service is well.
  'part_states',
  // Hashes and bits that nothing leads to.
  ...['log_entries', 'log_pending', 'log_subtrees', 'log_checkpoints'],
  ...['status_lists', 'status_entries', 'erased_counts', 'lapsed_counts', 'd1_migrations'],
  // Ids of what is under way; what test issuers had signed.
  ...['logins', 'outbox', 'document_intents', 'document_statuses'],
];

let laurel: Laurel;
let own: BrowserSession;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ laurel, own, stop } = await livedEverywhere(NAME));
});
afterAll(() => stop());

async function idsBy(database: 'PUBLIC' | 'PRIVATE', query: string): Promise<readonly string[]> {
  const store = await laurel.runtime.miniflare.getD1Database(database, 'laurel-signer');
  const { results } = await store.prepare(query).all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** The ids that stand for the person, or for what is theirs. */
async function theirIds() {
  const awards = `select id from awards where account_id = '${ACCOUNT}'`;
  return {
    awards: await idsBy('PRIVATE', awards),
    credentials: await idsBy(
      'PRIVATE',
      `select credential_id as id from intents
        where award_id in (${awards}) or record_holder = '${ACCOUNT}' or endorsement in (
          select id from endorsements
            where '${ACCOUNT}' in (holder_account_id, endorser_account_id))`,
    ),
    collections: await idsBy('PRIVATE', 'select collection_id as id from collection_holders'),
    keys: await idsBy(
      'PRIVATE',
      `select key as id from audit_people where account_id = '${ACCOUNT}'`,
    ),
  };
}

test('somebody who is in every table that can hold a person is in none once erased', async () => {
  const ids = await theirIds();
  const named = await cellsWith(laurel, TRACES);
  const before = await cellsWith(laurel, [...TRACES, ...Object.values(ids).flat()]);
  const { tables, columns } = await tablesAndPersonColumns(laurel);
  const isHeld = (table: string) => before.some((place) => place.startsWith(`${table}.`));
  expect(tables.filter((table) => !isHeld(table) && !NOBODYS.includes(table))).toEqual([]);
  expect(columns.filter((column) => !named.includes(column))).toEqual([]);

  expect((await own.post('/me/erase', { username: NAME })).status).toBe(200);

  expect(await cellsWith(laurel, TRACES)).toEqual([]);
  expect(await cellsWith(laurel, ids.collections)).toEqual([]);
  // Tombstones, also of what stood beside them, a way from each to its signature alone, and how often one was asked about of late.
  expect(await cellsWith(laurel, ids.credentials)).toEqual([
    'credentials.endorses',
    'credentials.id',
    'intents.credential_id',
    'intents.request_key',
    'rate_limits.key',
  ]);
  // The issuer's own records of what it did, by ids of what is not there any more.
  expect(await cellsWith(laurel, ids.awards)).toEqual([
    'audit.subject',
    'batch_rows.award_id',
    'webhook_deliveries.body',
    'webhook_deliveries.subject',
  ]);
  expect(await cellsWith(laurel, ids.keys)).toEqual(['audit.actor', 'audit.subject']);
  // Others stay where they stood beside them.
  const others = await cellsWith(laurel, ['Adébáyọ̀ of Èkó', 'Lina of Kano']);
  expect(others).toEqual(expect.arrayContaining(['applications.contacts', 'sheet_rows.cells']));
  await checkSigningRecords(laurel);
});
