import type { Failure, RecipientRefusal } from '@laurel/core/failure';
import type { PersonFinding } from '@laurel/core/person-finding';
import { ok, type Result, refuse } from '@laurel/core/result';
import { outbox, sheetRows, sheets } from '@laurel/store/private/desk';
import { asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { acceptBatch, type BatchOrder, batchOfKey } from '../awarding/accept-batch.ts';
import type { Desk } from '../env.ts';
import { findSheet } from './find-sheet.ts';
import type { DeskSheet, SheetRow } from './sheet-values.ts';
import { tallyOf } from './tally.ts';

/** A list is awarded once: its id stands for the request, whoever sends it and however often. */
function requestOf(sheetId: string) {
  return { key: `sheet:${sheetId}`, bodyHash: sheetId };
}

/**
 * Awards a list: its people become the recipients of a batch, and the list is gone in the same
 * transaction. Who attended and cannot be awarded goes along as a refused row, so that no name is
 * lost. Awarding it again, or from two places at once, gives the same batch.
 */
export async function awardSheet(
  desk: Desk,
  actor: Actor,
  sheetId: string,
  { consentDeclared }: { readonly consentDeclared: boolean },
): Promise<Result<string, Failure>> {
  const before = await batchOfKey(desk, actor.issuer, requestOf(sheetId));
  if (!before.ok) return before;
  if (before.value !== null) return ok(before.value);
  const found = await findSheet(desk, actor, sheetId);
  if (!found.ok) return found;
  const sheet = found.value;
  const { waiting, people } = await tallyOf(desk, sheet, actor.accountId);
  if (sheet.achievementSlug === null || waiting > 0 || people === 0) {
    return refuse({ reason: 'sheet_not_ready', waiting, people });
  }
  if (sheet.terms.consent === 'paper' && !consentDeclared) {
    return refuse({ reason: 'consent_not_declared' });
  }
  const rows = await desk.store
    .select()
    .from(sheetRows)
    .where(eq(sheetRows.sheetId, sheet.id))
    .orderBy(asc(sheetRows.row));
  const leftWaiting = rows.filter(({ finding }) => finding === null).length;
  // Somebody else may just have read the list anew, or put names right.
  if (leftWaiting > 0) return refuse({ reason: 'sheet_not_ready', waiting: leftWaiting, people });
  const order: BatchOrder = {
    ...termsOf(sheet),
    achievement: sheet.achievementSlug,
    label: sheet.label,
    recipients: recipientsOf(rows, sheet.reading.usernameColumn, actor.accountId),
  };
  return acceptBatch(desk, actor, order, requestOf(sheet.id), endOfSheet(desk, actor, sheet));
}

/** Ends a list that nobody awards. It cannot be taken back: its names are gone. */
export async function endSheet(
  desk: Desk,
  actor: Pick<Actor, 'accountId'>,
  sheet: DeskSheet,
): Promise<void> {
  const entry = entryOf(desk, actor, sheet, 'sheet_ended');
  await desk.store.batch([entry.before, ...removalOf(desk, sheet), entry.after]);
}

/** Of the list, its rows and the work that it still asks for. */
function removalOf({ store }: Desk, { id }: DeskSheet) {
  return [
    store.delete(sheetRows).where(eq(sheetRows.sheetId, id)),
    store.delete(sheets).where(eq(sheets.id, id)),
    store
      .delete(outbox)
      .where(sql`task ->> 'task' = 'resolve_sheet' and task ->> 'sheetId' = ${id}`),
  ] as const;
}

function entryOf(
  desk: Desk,
  actor: Pick<Actor, 'accountId'>,
  { id, issuer, size, source }: DeskSheet,
  act: 'sheet_awarded' | 'sheet_ended',
) {
  const details = { size, source: source.kind };
  return auditing(desk, { issuer, actor: actor.accountId, act, subject: id, details });
}

function endOfSheet(desk: Desk, actor: Actor, sheet: DeskSheet) {
  const entry = entryOf(desk, actor, sheet, 'sheet_awarded');
  return [entry.before, ...removalOf(desk, sheet), entry.after];
}

function termsOf({ terms }: DeskSheet) {
  const { period, hours, language, evidence, consent, disclosure, mayIncludeMinors } = terms;
  const { shareOut } = terms;
  return {
    language,
    evidence: evidence === undefined ? undefined : [...evidence],
    consent,
    disclosure,
    mayIncludeMinors,
    shareOut,
    period: period ?? undefined,
    hours: hours ?? undefined,
  };
}

/** Each account once, by its first row that counts; then the rows that attended and cannot be. */
function recipientsOf(
  rows: readonly SheetRow[],
  nameColumn: number,
  organizer: string,
): BatchOrder['recipients'] {
  const taken = new Set<string>();
  return rows.flatMap((row): BatchOrder['recipients'] => {
    if (row.attended !== true || row.confirmed === false || row.finding === null) return [];
    const hours = row.hours === null ? {} : { hours: row.hours };
    const refusal = refusalOf(row, row.finding, organizer);
    if (refusal !== null) return [{ username: nameToKeep(row, nameColumn), ...hours, refusal }];
    const accountId = row.accountId ?? '';
    if (taken.has(accountId)) return [];
    taken.add(accountId);
    return [{ username: row.username ?? '', accountId, ...hours }];
  });
}

function refusalOf(
  row: SheetRow,
  finding: PersonFinding,
  organizer: string,
): RecipientRefusal | null {
  if (finding.found) {
    if (finding.account.accountId === organizer) return { reason: 'self_award' };
    return row.pile === 'ready' || row.confirmed === true ? null : { reason: 'not_settled' };
  }
  if (finding.why === 'missing') return { reason: 'account_missing' };
  if (finding.why === 'locked') return { reason: 'account_locked' };
  const { why } = finding;
  return {
    reason: 'username_invalid',
    detail: finding.detail === '' ? 'The cell is empty.' : finding.detail,
    ...(why === 'invalid' ? {} : { why }),
  };
}

/** An e-mail address is nobody's user name, and is not kept: the line leads to it. */
function nameToKeep({ finding, username, line, cells }: SheetRow, nameColumn: number): string {
  const given = username ?? cells[nameColumn] ?? '';
  const isEmail = finding?.found === false && finding.why === 'email';
  return isEmail || given.trim() === '' ? `(${line})` : given;
}
