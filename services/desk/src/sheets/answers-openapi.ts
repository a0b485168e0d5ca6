import {
  INTEGER,
  listOf,
  MOMENT,
  nullable,
  object,
  objectWithOptional,
  pageOf,
  ref,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { DOUBTS } from '@laurel/core/person-finding';

const BOOLEAN = { type: 'boolean' } as const;
const NUMBER = { type: 'number' } as const;

const FACE = {
  sheet: STRING,
  label: STRING,
  size: INTEGER,
  source: objectWithOptional(
    { kind: { enum: ['sheet', 'campaign_event', 'dashboard', 'global_group'] } },
    {
      eventId: INTEGER,
      who: { enum: ['participants', 'organizers'] },
      course: STRING,
      group: STRING,
      url: URL_STRING,
    },
  ),
  columns: { ...listOf(STRING), description: 'The headers as written.' },
  reading: ref('ReadingRequest'),
  achievementSlug: nullable(STRING),
  terms: { type: 'object', description: 'What is awarded and how, as far as it is set.' },
  endsAt: { ...MOMENT, description: 'When it is deleted.' },
};

const TALLY = object({
  size: INTEGER,
  waiting: { ...INTEGER, description: 'Not looked up yet.' },
  ready: INTEGER,
  check: INTEGER,
  notFound: INTEGER,
  settled: { ...INTEGER, description: 'Of rows to check: those that were confirmed.' },
  attended: INTEGER,
  unsaid: { ...INTEGER, description: 'Of whom nobody has said whether they attended.' },
  people: { ...INTEGER, description: 'Who would be recognised now.' },
  leftOver: { ...INTEGER, description: 'Rows that attended and would not be recognised.' },
});

const ACCOUNT = object({
  accountId: STRING,
  username: STRING,
  homeWiki: nullable(STRING),
  registration: nullable(MOMENT),
});

const FINDING = {
  type: ['object', 'null'],
  description: 'What Wikimedia’s directory told; null until it was asked.',
  required: ['found'],
  properties: {
    found: BOOLEAN,
    account: ACCOUNT,
    doubts: listOf({ enum: DOUBTS }),
    why: {
      enum: ['empty', 'invalid', 'email', 'temporary', 'formula', 'missing', 'locked'],
    },
    detail: STRING,
    near: { ...listOf(ACCOUNT), description: 'Accounts with names like it, nearest first.' },
  },
};

/** What is told of lists of people. */
export const SHEET_ANSWERS = {
  SheetBegun: object({ sheet: STRING, url: URL_STRING }),
  Sheet: object({ ...FACE, tally: TALLY }),
  Sheets: pageOf('sheets', object(FACE)),
  Rows: pageOf(
    'rows',
    object({
      row: { ...INTEGER, description: 'From 0.' },
      line: { ...INTEGER, description: 'The line of the file, from 1.' },
      cells: listOf(STRING),
      username: nullable(STRING),
      finding: FINDING,
      pile: { enum: ['ready', 'check', 'not_found', null] },
      accountId: nullable(STRING),
      attended: nullable(BOOLEAN),
      confirmed: nullable(BOOLEAN),
      hours: nullable(NUMBER),
      repeats: listOf({ enum: ['listed_twice', 'already_awarded'] }),
    }),
  ),
};
