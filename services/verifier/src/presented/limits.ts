/** Credentials are below 10 KB; the cap only stops abuse. */
export const MAX_JSON_BYTES = 1024 * 1024;

/** Baked pictures are below 200 KB here; other services bake photographs. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** What a form adds around a file: boundaries, names, headers. */
export const MAX_FORM_BYTES = MAX_FILE_BYTES + 64 * 1024;
