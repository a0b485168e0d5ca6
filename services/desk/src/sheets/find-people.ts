import type { AccountToCompare, Doubt, PersonFinding } from '@laurel/core/person-finding';
import { ok, type Result } from '@laurel/core/result';
import type { SheetReading } from '@laurel/core/sheet-reading';
import { readNameCell } from '@laurel/sheet/name-cell';
import {
  type DirectoryEntry,
  type DirectoryRefusal,
  globalUsersDirectory,
} from '@laurel/wikimedia/directory';
import { homeWikiOf } from '@laurel/wikimedia/home-wiki';
import { nearNames } from '@laurel/wikimedia/near-names';
import type { Desk } from '../env.ts';
import type { SheetRow } from './sheet-values.ts';

/** Near names that are told of one that was not found. */
const MOST_NEAR = 3;

/**
 * What one look asks beyond the directory itself. A Worker may make 50 calls on the smallest plan
 * (Cloudflare Workers, "Limits"), and a closer look takes up to five.
 */
const MAX_CLOSER_LOOKS = 9;

/** Doubts that a person has to settle; the others are only told. */
const TO_SETTLE: ReadonlySet<Doubt> = new Set(['written_otherwise', 'mixed_scripts']);

export type RowToFind = Pick<SheetRow, 'row' | 'cells' | 'username'>;

export type FoundRow = {
  readonly row: number;
  /** The name that was looked up. */
  readonly username: string;
  readonly finding: PersonFinding;
  readonly pile: 'ready' | 'check' | 'not_found';
  readonly accountId: string | null;
};

/**
 * Looks rows up in Wikimedia's directory by one call, then more closely at those that are in doubt or
 * not found; of these, as many as one look can take: the rest is left out, for the caller to ask again.
 * Refuses as a whole where Wikimedia does not answer: nothing half-known is told.
 */
export async function findPeople(
  desk: Desk,
  rows: readonly RowToFind[],
  reading: SheetReading,
): Promise<Result<readonly FoundRow[], DirectoryRefusal>> {
  const names = rows.flatMap(({ username }) => username ?? []);
  const entries = await globalUsersDirectory(desk.wikimedia).resolve(names);
  if (!entries.ok) return entries;
  const found: FoundRow[] = [];
  let closerLooks = MAX_CLOSER_LOOKS;
  for (const row of rows) {
    if (row.username === null) continue;
    const first = firstLook(row, row.username, entries.value.get(row.username), reading);
    if (!needsCloserLook(first)) {
      found.push(first);
      continue;
    }
    if (closerLooks === 0) continue;
    closerLooks -= 1;
    const closer = await lookCloser(desk, row.username, first);
    if (!closer.ok) return closer;
    found.push(closer.value);
  }
  return ok(found);
}

function firstLook(
  row: RowToFind,
  username: string,
  entry: DirectoryEntry | undefined,
  reading: SheetReading,
): FoundRow {
  if (entry === undefined || !entry.found || entry.locked) {
    const why = entry?.found ? 'locked' : entry?.why === 'invalid' ? 'invalid' : 'missing';
    const detail = why === 'invalid' ? 'Wikimedia does not take this for a user name.' : '';
    const finding = { found: false, why, detail, near: [] } as const;
    return { row: row.row, username, finding, pile: 'not_found', accountId: null };
  }
  const read = readNameCell(row.cells[reading.usernameColumn] ?? '');
  const doubts: readonly Doubt[] = [
    ...(read.found ? read.doubts : []),
    ...(entry.username === username ? [] : (['written_otherwise'] as const)),
  ];
  const { accountId, registration } = entry;
  const account = { accountId, username: entry.username, homeWiki: null, registration };
  return {
    row: row.row,
    username,
    finding: { found: true, account, doubts },
    pile: doubts.some((doubt) => TO_SETTLE.has(doubt)) ? 'check' : 'ready',
    accountId,
  };
}

function needsCloserLook({ pile, finding }: FoundRow): boolean {
  return pile !== 'ready' && (finding.found || finding.why === 'missing');
}

async function lookCloser(
  desk: Desk,
  username: string,
  first: FoundRow,
): Promise<Result<FoundRow, DirectoryRefusal>> {
  const { finding } = first;
  if (finding.found) {
    const account = await withHomeWiki(desk, finding.account);
    return account.ok ? ok({ ...first, finding: { ...finding, account: account.value } }) : account;
  }
  const near = await nearNames(desk.wikimedia, username, MOST_NEAR);
  return near.ok ? ok({ ...first, finding: { ...finding, near: near.value } }) : near;
}

async function withHomeWiki(
  desk: Desk,
  account: AccountToCompare,
): Promise<Result<AccountToCompare, DirectoryRefusal>> {
  const home = await homeWikiOf(desk.wikimedia, account.username);
  if (!home.ok) return home;
  return ok({
    ...account,
    homeWiki: home.value.homeWiki,
    registration: account.registration ?? home.value.registration,
  });
}
