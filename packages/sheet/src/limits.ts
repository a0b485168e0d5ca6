/** The most bytes of an upload or a pasted text: ten thousand rows fit in it many times over. */
export const MAX_SHEET_BYTES = 2 * 1024 * 1024;

/** As many as one batch awards. */
export const MAX_ROWS = 10_000;

/** A form of sixty questions is the longest that was seen. */
export const MAX_COLUMNS = 60;

/** In UTF-16 code units. Longer ones are essays that somebody wrote into a form, or an attack. */
export const MAX_CELL_CHARACTERS = 2_000;

/** What all parts of a workbook that are read may unpack to. */
export const MAX_INFLATED_BYTES = 20 * 1024 * 1024;

/** A workbook of one sheet has about ten parts; each further sheet adds two. */
export const MAX_ZIP_ENTRIES = 200;
