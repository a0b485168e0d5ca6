import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { dataOf, exported } from '../support/exporting.ts';
import type { Laurel } from '../support/laurel.ts';
import { OWN_WORDS } from '../support/life-as-holder.ts';
import { MEMBERS_WORDS } from '../support/life-as-member.ts';
import { livedEverywhere } from '../support/life-everywhere.ts';
import { tablesAndPersonColumns } from '../support/person-columns.ts';
import { cellsWith } from '../support/stored-cells.ts';

const NAME = 'Ọláńrewájú of Ìbàdàn';
const ACCOUNT = accountIdOf(NAME);

/** Where each column that holds somebody is told of in an export: the file, and its part. */
const TOLD_IN: Readonly<Record<string, readonly [file: string, part: string]>> = {
  'accounts.username': ['account', 'account'],
  'sessions.account_id': ['account', 'signedIn'],
  'declared_names.account_id': ['names', 'declared'],
  'declared_names.writings': ['names', 'declared'],
  'name_changes.account_id': ['names', 'changesAskedFor'],
  'name_changes.writings': ['names', 'changesAskedFor'],
  'awards.account_id': ['awards', 'awards'],
  'batch_rows.account_id': ['awards', 'rowsOfBatches'],
  'slips.account_id': ['awards', 'slips'],
  'event_volunteers.account_id': ['awards', 'eventsHelpedAt'],
  'intents.record_holder': ['certificates', 'madeOrBegun'],
  'credential_notes.account_id': ['certificates', 'notes'],
  'confirmations.confirmed_by': ['certificates', 'confirmedToSomebody'],
  'wallet_offers.account_id': ['certificates', 'offersToWallets'],
  'collection_holders.account_id': ['showing', 'collections'],
  'badge_feed.username': ['showing', 'listedUnderUserName'],
  'award_reports.account_id': ['answers', 'reports'],
  'muted_issuers.account_id': ['answers', 'mutedIssuers'],
  'term_exceptions.account_id': ['terms', 'exceptionsFromTermPolicies'],
  'calendar_feeds.account_id': ['terms', 'calendarAddresses'],
  'endorsements.holder_account_id': ['endorsements', 'asked'],
  'endorsements.endorser_account_id': ['endorsements', 'written'],
  'muted_askers.account_id': ['endorsements', 'muted'],
  'map_walks.account_id': ['answers', 'mapsWalked'],
  'nominations.nominator': ['suggestions', 'suggested'],
  'mentorships.mentor': ['mentoring', 'asMentor'],
  'mentorships.mentee': ['mentoring', 'asMentee'],
  'mentor_limits.account_id': ['mentoring', 'limit'],
  'muted_people.account_id': ['mentoring', 'peopleMuted'],
  'grants.account_id': ['duties', 'grants'],
  'stewards.account_id': ['duties', 'steward'],
  'share_outs.account_id': ['awards', 'shareOuts'],
  'trainers.account_id': ['duties', 'awardsAsTrainer'],
  'signatories.account_id': ['duties', 'signsAs'],
  'applications.applicant': ['duties', 'applications'],
  'applications.contacts': ['duties', 'namedAsContactIn'],
  'awards.awarded_by': ['acts', 'awardsGiven'],
  'batches.created_by': ['acts', 'batches'],
  'sheets.created_by': ['acts', 'lists'],
  'slip_sheets.created_by': ['acts', 'sheetsOfSlips'],
  'achievement_drafts.updated_by': ['acts', 'draftsOfAchievements'],
  'tokens.created_by': ['acts', 'accessKeys'],
  'webhooks.created_by': ['acts', 'webhooks'],
  'invitations.updated_by': ['acts', 'invitationsWritten'],
  'leavings.updated_by': ['acts', 'wordsForWhoLeaves'],
  'term_exceptions.recorded_by': ['acts', 'exceptionsRecorded'],
  'maps.updated_by': ['acts', 'mapsDrawn'],
  'trainer_rules.set_by': ['acts', 'trainingsThatLetAward'],
  'batch_revocations.requested_by': ['acts', 'revocationsAskedFor'],
  'idempotency_keys.body_hash': ['acts', 'requestsToAwardNominations'],
  'nominations.decided_by': ['decisions', 'suggestions'],
  'mentorships.decided_by': ['decisions', 'mentorships'],
  'name_changes.decided_by': ['decisions', 'changesOfNames'],
  'applications.decided_by': ['decisions', 'applications'],
  'batch_revocations.decided_by': ['decisions', 'revocations'],
  'grants.granted_by': ['decisions', 'grants'],
  'share_outs.decided_by': ['decisions', 'shareOuts'],
  'trainers.granted_by': ['decisions', 'trainers'],
  'stewards.added_by': ['decisions', 'stewards'],
  'award_reports.decided_by': ['decisions', 'reports'],
  'audit_people.account_id': ['trail', 'keys'],
};

/** The same for what holds them under another name, or leads to them by an id of theirs. */
const TOLD_BESIDES: Readonly<Record<string, readonly [file: string, part: string]>> = {
  'accounts.id': ['account', 'account'],
  'rate_limits.key': ['account', 'requestsCounted'],
  'thanks.award_id': ['answers', 'thanks'],
  'hand_overs.award_id': ['terms', 'handOvers'],
  'hand_over_items.award_id': ['terms', 'handedOver'],
  'term_reminders.award_id': ['terms', 'remindersOfTerms'],
  'outbox.task': ['account', 'workUnderWay'],
  'shown_before.id': ['showing', 'shownBeforeHiding'],
  'webhook_deliveries.subject': ['awards', 'messagesToIssuersPrograms'],
  'audit.actor': ['trail', 'entries'],
};

/** What is not told, and why. */
const NOT_TOLD = [
  // Nobody learns what others suggest before it is awarded.
  'nominations.nominee',
  // Nor who does not want to be asked by them.
  'muted_askers.asker_account_id',
  // Nor who does not want to hear from them.
  'muted_people.muted',
  // Lists that a group still works on; and nobody is matched by a name alone.
  'sheet_rows.account_id',
  'sheet_rows.username',
  'batch_rows.username',
];

let laurel: Laurel;
let own: BrowserSession;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ laurel, own, stop } = await livedEverywhere(NAME));
});
afterAll(() => stop());

/** How many rows hold the person in a column of PRIVATE. */
async function rowsOf(column: string): Promise<number> {
  const [table = '', name = ''] = column.split('.');
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const { results } = await store
    .prepare("select name from sqlite_master where type = 'table' and name = ?")
    .bind(table)
    .all();
  if (results.length === 0) return 0;
  const counted = await store
    .prepare(`select count(*) as size from "${table}" where "${name}" = ?`)
    .bind(ACCOUNT)
    .first('size');
  return Number(counted);
}

function sumOf(groups: readonly unknown[]): number {
  return groups.reduce((sum: number, group) => sum + Number(Object(group).awards), 0);
}

test('whatever is kept about somebody is told to them, by each column that holds them', async () => {
  const { columns } = await tablesAndPersonColumns(laurel);
  const isKnown = (column: string) => column in TOLD_IN || NOT_TOLD.includes(column);
  expect(columns.filter((column) => !isKnown(column))).toEqual([]);
  const held = await cellsWith(laurel, [ACCOUNT, NAME, ...Object.values(OWN_WORDS)]);
  expect(Object.keys(TOLD_IN).filter((column) => !held.includes(column))).toEqual([]);

  const files = await exported(own);

  for (const [column, [file, part]] of Object.entries({ ...TOLD_IN, ...TOLD_BESIDES })) {
    const told = dataOf(files, file)[part];
    const rows = Array.isArray(told) ? told : Object.values(Object(told));
    const size = part === 'awardsGiven' ? sumOf(rows) : rows.length;
    expect([column, size >= Math.max(1, await rowsOf(column))]).toEqual([column, true]);
  }
  const data = [...files].filter(([name]) => name.startsWith('data/'));
  const all = data.map(([, bytes]) => Buffer.from(bytes).toString('utf8')).join('\n');
  for (const words of [...Object.values(OWN_WORDS), MEMBERS_WORDS.signatory]) {
    expect(all).toContain(words);
  }
  expect(all).not.toContain(MEMBERS_WORDS.story);
});

test('each certificate and record that has not been erased is in it', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const { results: made } = await store
    .prepare(
      `select credential_id as id, record_holder as holder from intents where state = 'released'
        and (record_holder = ?1 or award_id in (select id from awards where account_id = ?1))`,
    )
    .bind(ACCOUNT)
    .all<{ id: string; holder: string | null }>();
  expect(made.length).toBeGreaterThan(5);

  const files = await exported(own);

  for (const { id, holder } of made) {
    const folder = holder === null ? 'certificates' : 'records';
    expect(files.has(`${folder}/${id}/${id}.json`)).toBe(true);
  }
});

test('of all whom they had to do with, nobody else is in it, and no secret is', async () => {
  const files = await exported(own);
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const { results: others } = await store
    .prepare('select id, username from accounts where id <> ? and username is not null')
    .bind(ACCOUNT)
    .all<{ id: string; username: string }>();
  const { results: keys } = await store
    .prepare('select key from audit_people where account_id <> ?')
    .bind(ACCOUNT)
    .all<{ key: string }>();
  const { results: secrets } = await store
    .prepare(
      `select token_hash as secret from sessions union select hash from tokens
        union select secret from webhooks union select code_hash from wallet_offers`,
    )
    .all<{ secret: string }>();
  expect(others.length).toBeGreaterThan(5);
  const traces = [
    ...others.flatMap(({ id, username }) => [id, username]),
    ...keys.map(({ key }) => key),
    ...secrets.map(({ secret }) => secret),
  ];
  const written = [...files].filter(([name]) => !/\.(?:pdf|html)$/.test(name));

  for (const [name, bytes] of written) {
    const text = Buffer.from(bytes).toString('utf8');
    expect([name, traces.filter((trace) => text.includes(trace))]).toEqual([name, []]);
  }
});
