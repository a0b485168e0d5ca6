import {
  achievements,
  awards,
  batches,
  batchRows,
  deskIssuers,
  eventVolunteers,
  shareOuts,
  slipSheets,
  slips,
  webhookDeliveries,
} from '@laurel/store/private/desk';
import { asc, eq, getTableColumns, or, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { ownAwardIds, ownCredentialIds } from './own-ids.ts';
import { readableRows } from './readable.ts';

/**
 * What somebody was recognised for or offered, whatever they answered; the rows of batches and the slips that
 * it came from; what programs of issuers were told of it; and events at which they are on record as helpers.
 */
export async function keptAwards({ store }: Desk, accountId: string) {
  const { accountId: _own, awardedBy: _other, ...ofAward } = getTableColumns(awards);
  const { accountId: _holder, decidedBy: _decider, ...ofPromise } = getTableColumns(shareOuts);
  const subject = webhookDeliveries.subject;
  const [recognised, rows, shown, told, events, promised] = await store.batch([
    store
      .select({
        ...ofAward,
        issuerNames: deskIssuers.names,
        achievementNames: sql<string>`${achievements.facts} -> 'name'`.mapWith(JSON.parse),
      })
      .from(awards)
      .innerJoin(deskIssuers, eq(deskIssuers.slug, awards.issuer))
      .innerJoin(achievements, eq(achievements.id, awards.achievementId))
      .where(eq(awards.accountId, accountId))
      .orderBy(asc(awards.offeredAtSeconds)),
    store
      .select({
        issuer: batches.issuer,
        batchId: batchRows.batchId,
        row: batchRows.row,
        awardId: batchRows.awardId,
        ownTerms: batchRows.ownTerms,
        state: batchRows.state,
        refused: sql<string | null>`${batchRows.refusal} ->> 'reason'`,
      })
      .from(batchRows)
      .leftJoin(batches, eq(batches.id, batchRows.batchId))
      .where(
        or(
          eq(batchRows.accountId, accountId),
          sql`${batchRows.awardId} in ${ownAwardIds(accountId)}`,
        ),
      ),
    store
      .select({
        issuer: slipSheets.issuer,
        label: slipSheets.label,
        number: slips.number,
        code: slips.code,
        state: slips.state,
        presentedAtSeconds: slips.presentedAtSeconds,
        batchId: slips.batchId,
      })
      .from(slips)
      .leftJoin(slipSheets, eq(slipSheets.id, slips.sheetId))
      .where(eq(slips.accountId, accountId)),
    store
      .select({
        event: webhookDeliveries.event,
        subject,
        state: webhookDeliveries.state,
        createdAtSeconds: webhookDeliveries.createdAtSeconds,
      })
      .from(webhookDeliveries)
      .where(
        sql`${subject} in ${ownAwardIds(accountId)} or ${subject} in ${ownCredentialIds(accountId)}`,
      ),
    store
      .select({
        issuer: eventVolunteers.issuer,
        event: eventVolunteers.event,
        eventName: eventVolunteers.eventName,
        importedAtSeconds: eventVolunteers.importedAtSeconds,
      })
      .from(eventVolunteers)
      .where(eq(eventVolunteers.accountId, accountId)),
    store.select(ofPromise).from(shareOuts).where(eq(shareOuts.accountId, accountId)),
  ]);
  return {
    awards: readableRows(recognised),
    rowsOfBatches: readableRows(rows),
    slips: readableRows(shown),
    messagesToIssuersPrograms: readableRows(told),
    eventsHelpedAt: readableRows(events),
    shareOuts: readableRows(promised),
  };
}
