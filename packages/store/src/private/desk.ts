/** What the desk may know of the private store: all of it but the sealed keys. */
export { accounts } from './accounts.ts';
export { achievementDrafts, achievements } from './achievements.ts';
export { applications, stewards } from './applications.ts';
export { audit, auditPeople } from './audit.ts';
export { awards } from './awards.ts';
export { batches, batchRevocations, batchRows, idempotencyKeys } from './batches.ts';
export { eventVolunteers } from './event-volunteers.ts';
export { intents } from './intents.ts';
export { deskIssuers } from './issuers.ts';
export { grants, tokens } from './members.ts';
export { nominations } from './nominations.ts';
export { outbox } from './outbox.ts';
export { rateLimits } from './rate-limits.ts';
export { logins, sessions } from './sessions.ts';
export { sheetRows, sheets } from './sheets.ts';
export { mayBeNamed, signatories } from './signatories.ts';
export { slipSheets, slips } from './slips.ts';
export { webhookDeliveries, webhooks } from './webhooks.ts';
