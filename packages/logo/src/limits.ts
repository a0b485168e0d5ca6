/** The most bytes of a logo: a phone on a slow network loads it with each page of the issuer. */
export const MAX_LOGO_BYTES = 64 * 1024;
