/** Whose keys those are that sign the checkpoints of the log: no slug has a slash. */
export const LOG_OWNER = '/log';
