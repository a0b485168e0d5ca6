import {
  achievementDrafts,
  awards,
  batches,
  batchRevocations,
  idempotencyKeys,
  invitations,
  leavings,
  maps,
  sheets,
  slipSheets,
  termExceptions,
  tokens,
  trainerRules,
  webhooks,
} from '@laurel/store/private/desk';
import { count, eq } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { readableRows } from './readable.ts';

/** What somebody made for issuers, without the people whom it was about and without secrets. */
export async function keptActs({ store }: Desk, accountId: string) {
  const [
    given,
    made,
    lists,
    printed,
    drafts,
    accessKeys,
    hooks,
    revocations,
    requests,
    invited,
    trained,
    left,
    excepted,
    drawn,
  ] = await store.batch([
    store
      .select({ issuer: awards.issuer, batchId: awards.batchId, awards: count() })
      .from(awards)
      .where(eq(awards.awardedBy, accountId))
      .groupBy(awards.issuer, awards.batchId),
    store
      .select({
        id: batches.id,
        issuer: batches.issuer,
        achievementSlug: batches.achievementSlug,
        label: batches.label,
        size: batches.size,
        createdAtSeconds: batches.createdAtSeconds,
      })
      .from(batches)
      .where(eq(batches.createdBy, accountId)),
    store
      .select({
        id: sheets.id,
        issuer: sheets.issuer,
        achievementSlug: sheets.achievementSlug,
        label: sheets.label,
        source: sheets.source,
        size: sheets.size,
        createdAtSeconds: sheets.createdAtSeconds,
        endsAtSeconds: sheets.endsAtSeconds,
      })
      .from(sheets)
      .where(eq(sheets.createdBy, accountId)),
    store
      .select({
        id: slipSheets.id,
        issuer: slipSheets.issuer,
        achievementSlug: slipSheets.achievementSlug,
        label: slipSheets.label,
        size: slipSheets.size,
        createdAtSeconds: slipSheets.createdAtSeconds,
        endsAtSeconds: slipSheets.endsAtSeconds,
      })
      .from(slipSheets)
      .where(eq(slipSheets.createdBy, accountId)),
    store
      .select({
        issuer: achievementDrafts.issuer,
        slug: achievementDrafts.slug,
        updatedAtSeconds: achievementDrafts.updatedAtSeconds,
      })
      .from(achievementDrafts)
      .where(eq(achievementDrafts.updatedBy, accountId)),
    store
      .select({
        id: tokens.id,
        issuer: tokens.issuer,
        name: tokens.name,
        scopes: tokens.scopes,
        createdAtSeconds: tokens.createdAtSeconds,
        endsAtSeconds: tokens.endsAtSeconds,
        lastUsedOn: tokens.lastUsedOn,
      })
      .from(tokens)
      .where(eq(tokens.createdBy, accountId)),
    store
      .select({
        id: webhooks.id,
        issuer: webhooks.issuer,
        url: webhooks.url,
        events: webhooks.events,
        createdAtSeconds: webhooks.createdAtSeconds,
        endedAtSeconds: webhooks.endedAtSeconds,
      })
      .from(webhooks)
      .where(eq(webhooks.createdBy, accountId)),
    store
      .select({
        issuer: batchRevocations.issuer,
        batchId: batchRevocations.batchId,
        reason: batchRevocations.reason,
        state: batchRevocations.state,
        requestedAtSeconds: batchRevocations.requestedAtSeconds,
      })
      .from(batchRevocations)
      .where(eq(batchRevocations.requestedBy, accountId)),
    store
      .select({
        issuer: idempotencyKeys.issuer,
        batchId: idempotencyKeys.batchId,
        createdAtSeconds: idempotencyKeys.createdAtSeconds,
      })
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.bodyHash, accountId)),
    store
      .select({
        issuer: invitations.issuer,
        achievementSlug: invitations.achievementSlug,
        texts: invitations.texts,
        updatedAtSeconds: invitations.updatedAtSeconds,
      })
      .from(invitations)
      .where(eq(invitations.updatedBy, accountId)),
    store
      .select({
        issuer: trainerRules.issuer,
        achievementSlug: trainerRules.achievementSlug,
        mayAward: trainerRules.mayAward,
        months: trainerRules.months,
        setAtSeconds: trainerRules.setAtSeconds,
      })
      .from(trainerRules)
      .where(eq(trainerRules.setBy, accountId)),
    store
      .select({
        issuer: leavings.issuer,
        achievementSlug: leavings.achievementSlug,
        thanks: leavings.thanks,
        items: leavings.items,
        updatedAtSeconds: leavings.updatedAtSeconds,
      })
      .from(leavings)
      .where(eq(leavings.updatedBy, accountId)),
    store
      .select({
        issuer: termExceptions.issuer,
        achievementSlug: termExceptions.achievementSlug,
        until: termExceptions.until,
        recordedAtSeconds: termExceptions.recordedAtSeconds,
      })
      .from(termExceptions)
      .where(eq(termExceptions.recordedBy, accountId)),
    store
      .select({
        issuer: maps.issuer,
        slug: maps.slug,
        map: maps.draft,
        updatedAtSeconds: maps.updatedAtSeconds,
      })
      .from(maps)
      .where(eq(maps.updatedBy, accountId)),
  ]);
  return {
    awardsGiven: given,
    batches: readableRows(made),
    lists: readableRows(lists),
    sheetsOfSlips: readableRows(printed),
    draftsOfAchievements: readableRows(drafts),
    accessKeys: readableRows(accessKeys),
    webhooks: readableRows(hooks),
    revocationsAskedFor: readableRows(revocations),
    requestsToAwardNominations: readableRows(requests),
    invitationsWritten: readableRows(invited),
    trainingsThatLetAward: readableRows(trained),
    wordsForWhoLeaves: readableRows(left),
    exceptionsRecorded: readableRows(excepted),
    mapsDrawn: readableRows(drawn),
  };
}
