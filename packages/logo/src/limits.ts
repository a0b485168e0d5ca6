/** The most bytes of a logo: a phone on a slow network loads it with each page of the issuer. */
export const MAX_LOGO_BYTES = 64 * 1024;

/** The most pixels of a PNG's side: unpacked, it fits into the memory of a Worker many times over. */
export const MAX_LOGO_SIDE = 1_024;
