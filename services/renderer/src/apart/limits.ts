/**
 * Fuel is what pdf.js may spend: about one unit for each letter it reads and for each byte that it keeps.
 * A certificate spends a thirtieth of it, and all of it is spent in less than two seconds.
 */
export const FUEL = 16_000_000;

/** For all that is unpacked from one file. */
export const MAX_UNPACKED_BYTES = 24 * 1024 * 1024;

/** A credential is below 10 KB. Larger files are passed over. */
export const MAX_FILE_BYTES = 1024 * 1024;

export const MAX_FILES = 32;

/** As large as the PDF itself may be. */
export const MAX_FILES_BYTES = 4 * 1024 * 1024;

/** Of what is associated with the file or a page, or lies over it. */
export const MAX_LISTED = 1000;

/** A certificate has one page, or two; a letter of twenty credentials with long texts has one for each. */
export const MAX_PAGES_READ = 24;

/** The longest page of a book has a twentieth. */
export const MAX_TEXT_UNITS = 100_000;
