/** What one credential may have us ask of other servers, each step of a redirect counted. */
export const MAX_FETCHES_OF_A_CREDENTIAL = 10;

/** The same for all credentials of one call: what the smallest plan of the platform lets one call ask. */
export const MAX_FETCHES_OF_A_CALL = 50;

/** After this much of a call, other servers are not asked any more: somebody waits for the answer. */
export const MAX_CALL_MS = 25_000;

/** For one document: finding the server, each redirect, and all of the body. */
export const RETRIEVAL_TIMEOUT_MS = 5_000;

export const MAX_REDIRECTS = 2;

export const MAX_DOCUMENT_BYTES = 1024 * 1024;

/** However long a server lets its documents be kept. We ask nobody to believe ours for longer. */
export const MAX_KEPT_SECONDS = 300;
