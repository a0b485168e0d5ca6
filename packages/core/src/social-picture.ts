/**
 * Pixels of the picture that is shown where an address is shared: 1.91 to 1, which is what those who show
 * such pictures ask for.
 */
export const SOCIAL_PICTURE = { width: 1200, height: 630 } as const;
