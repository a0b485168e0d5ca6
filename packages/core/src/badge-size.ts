export const BADGE_SIZES = [64, 128, 256, 512, 1024] as const;
/** Pixels to a side of a badge's picture. */
export type BadgeSize = (typeof BADGE_SIZES)[number];

/** What is drawn where no size is asked for. */
export const USUAL_BADGE_SIZE: BadgeSize = 512;
