/**
 * How far into the movement volunteers usually are when an achievement suits them, as its plan for learning
 * names the stages. A tag of what is awarded, never of a person: one may be at several at once.
 */
export const ENGAGEMENT_LEVELS = ['nascent', 'emerging', 'expanding', 'elevated'] as const;
export type EngagementLevel = (typeof ENGAGEMENT_LEVELS)[number];
