/** What the desk may know of the private store: all of it but the sealed keys. */
export { accounts } from './accounts.ts';
export { achievementDrafts, achievements } from './achievements.ts';
export { applications, stewards } from './applications.ts';
export { audit, auditPeople } from './audit.ts';
export { awardReports } from './award-reports.ts';
export { awards, RUNNING_TERM } from './awards.ts';
export { batches, batchRevocations, batchRows, idempotencyKeys } from './batches.ts';
export { confirmations } from './confirmations.ts';
export { credentialNotes } from './credential-notes.ts';
export { declaredNames, nameChanges } from './declared-names.ts';
export { endorsements, LAPSING_ENDORSEMENT, mutedAskers } from './endorsements.ts';
export { erasedCounts } from './erased-counts.ts';
export { eventVolunteers } from './event-volunteers.ts';
export { handOverItems, handOvers, leavings } from './hand-overs.ts';
export { intents } from './intents.ts';
export { invitations } from './invitations.ts';
export { deskIssuers } from './issuers.ts';
export { keyOrderOutcomes, keyOrders } from './key-orders.ts';
export { lapsedCounts } from './lapsed-counts.ts';
export { maps, mapWalks } from './maps.ts';
export { grants, tokens } from './members.ts';
export {
  mentorAchievements,
  mentorLimits,
  mentorships,
  mutedPeople,
} from './mentoring.ts';
export { mutedIssuers } from './muted-issuers.ts';
export { nominations } from './nominations.ts';
export { outbox } from './outbox.ts';
export { partStates } from './part-states.ts';
export { rateLimits } from './rate-limits.ts';
export { endingTerms, seatFeeds } from './seats.ts';
export { logins, sessions } from './sessions.ts';
export { shareOuts } from './share-outs.ts';
export { sheetRows, sheets } from './sheets.ts';
export { mayBeNamed, signatories } from './signatories.ts';
export { slipSheets, slips } from './slips.ts';
export { termExceptions } from './term-exceptions.ts';
export { calendarFeeds, termReminders } from './term-reminders.ts';
export { thanks } from './thanks.ts';
export { trainerRules, trainers } from './trainers.ts';
export { walletOffers } from './wallet-offers.ts';
export { webhookDeliveries, webhooks } from './webhooks.ts';
