import {
  achievementDrafts,
  applications,
  awardReports,
  awards,
  batches,
  batchRevocations,
  grants,
  idempotencyKeys,
  invitations,
  leavings,
  maps,
  mentorships,
  nameChanges,
  nominations,
  shareOuts,
  sheets,
  slipSheets,
  stewards,
  termExceptions,
  tokens,
  trainerRules,
  trainers,
  webhooks,
} from '@laurel/store/private/desk';
import { eq, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/**
 * The statements that make nobody's what somebody did for issuers: it stays, as it is theirs. Bearer tokens
 * end, as whoever made one may still have it.
 */
export function forgettingActs({ store }: Desk, accountId: string) {
  const { contacts } = applications;
  return [
    store.delete(tokens).where(eq(tokens.createdBy, accountId)),
    store.update(awards).set({ awardedBy: '' }).where(eq(awards.awardedBy, accountId)),
    store.update(batches).set({ createdBy: '' }).where(eq(batches.createdBy, accountId)),
    store
      .update(batchRevocations)
      .set({ requestedBy: '' })
      .where(eq(batchRevocations.requestedBy, accountId)),
    store
      .update(batchRevocations)
      .set({ decidedBy: '' })
      .where(eq(batchRevocations.decidedBy, accountId)),
    // Whoever awards what was nominated is who the same request must come from.
    store
      .update(idempotencyKeys)
      .set({ bodyHash: '' })
      .where(eq(idempotencyKeys.bodyHash, accountId)),
    store.update(mentorships).set({ decidedBy: '' }).where(eq(mentorships.decidedBy, accountId)),
    store.update(nominations).set({ decidedBy: '' }).where(eq(nominations.decidedBy, accountId)),
    store.update(nameChanges).set({ decidedBy: '' }).where(eq(nameChanges.decidedBy, accountId)),
    store.update(awardReports).set({ decidedBy: '' }).where(eq(awardReports.decidedBy, accountId)),
    store
      .update(termExceptions)
      .set({ recordedBy: '' })
      .where(eq(termExceptions.recordedBy, accountId)),
    store.update(leavings).set({ updatedBy: '' }).where(eq(leavings.updatedBy, accountId)),
    store.update(invitations).set({ updatedBy: '' }).where(eq(invitations.updatedBy, accountId)),
    store.update(trainerRules).set({ setBy: '' }).where(eq(trainerRules.setBy, accountId)),
    store.update(trainers).set({ grantedBy: '' }).where(eq(trainers.grantedBy, accountId)),
    store.update(shareOuts).set({ decidedBy: '' }).where(eq(shareOuts.decidedBy, accountId)),
    store.update(maps).set({ updatedBy: '' }).where(eq(maps.updatedBy, accountId)),
    store.update(sheets).set({ createdBy: '' }).where(eq(sheets.createdBy, accountId)),
    store.update(slipSheets).set({ createdBy: '' }).where(eq(slipSheets.createdBy, accountId)),
    store.update(webhooks).set({ createdBy: '' }).where(eq(webhooks.createdBy, accountId)),
    store.update(grants).set({ grantedBy: '' }).where(eq(grants.grantedBy, accountId)),
    store.update(stewards).set({ addedBy: '' }).where(eq(stewards.addedBy, accountId)),
    store
      .update(achievementDrafts)
      .set({ updatedBy: '' })
      .where(eq(achievementDrafts.updatedBy, accountId)),
    store.update(applications).set({ decidedBy: '' }).where(eq(applications.decidedBy, accountId)),
    store
      .delete(applications)
      .where(sql`${applications.applicant} = ${accountId} and ${applications.state} = 'waiting'`),
    store.update(applications).set({ applicant: '' }).where(eq(applications.applicant, accountId)),
    store
      .update(applications)
      .set({
        contacts: sql`(select json_group_array(json(value)) from json_each(${contacts})
          where value ->> 'accountId' <> ${accountId})`,
      })
      .where(sql`instr(${contacts}, ${JSON.stringify(accountId)}) > 0`),
  ] as const;
}
