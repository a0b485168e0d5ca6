/** What the desk may know of the private store: all of it but the sealed keys. */
export { accounts } from './accounts.ts';
export { achievements } from './achievements.ts';
export { audit } from './audit.ts';
export { awards } from './awards.ts';
export { batches, batchRows, idempotencyKeys } from './batches.ts';
export { intents } from './intents.ts';
export { deskIssuers } from './issuers.ts';
export { grants, tokens } from './members.ts';
export { outbox } from './outbox.ts';
export { logins, sessions } from './sessions.ts';
