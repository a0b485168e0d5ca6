/** The service itself owns its root keys; every other owner but these here is an issuer's slug. */
export const ROOT_OWNER = '';

/** Whose keys those are that sign the checkpoints of the log: no slug has a slash. */
export const LOG_OWNER = '/log';

/** Whose keys those are by which the service signs learner records: not the root's, which verifiers pin. */
export const RECORD_OWNER = '/records';
