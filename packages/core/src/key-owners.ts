/** The service itself owns its root keys; every other owner but the log is an issuer's slug. */
export const ROOT_OWNER = '';

/** Whose keys those are that sign the checkpoints of the log: no slug has a slash. */
export const LOG_OWNER = '/log';
