/** A credential is below 10 KB; the cap leaves room for many in one call, and only stops abuse. */
export const MAX_JSON_BYTES = 4 * 1024 * 1024;

/** In one call. */
export const MAX_CREDENTIALS = 100;

/**
 * Of all credentials in one call: some ten seconds of processor time at most, of the thirty that a call
 * has. A hundred of ours hold 20,000.
 */
export const MAX_VALUES_IN_ALL = 50_000;

/** Baked pictures are below 200 KB here; other services bake photographs. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** What a form adds around a file: boundaries, names, headers. */
export const MAX_FORM_BYTES = MAX_FILE_BYTES + 64 * 1024;
