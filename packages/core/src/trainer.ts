/** How it begins that somebody who completed a training may award: an admin gives it to each, or it begins by itself. */
export const TRAINER_BEGINNINGS = ['given', 'accepted'] as const;
export type TrainerBeginning = (typeof TRAINER_BEGINNINGS)[number];

/**
 * `waiting` for an admin, `given` until its day, or `ended` for good: by an admin, or by whoever had it. What
 * becomes of the award that it comes from is looked up each time.
 */
export const TRAINER_STATES = ['waiting', 'given', 'ended'] as const;
export type TrainerState = (typeof TRAINER_STATES)[number];

/** The longest that one lasts before an admin gives it again, in months. */
export const MAX_TRAINER_MONTHS = 24;

/** So many achievements can be awarded by whoever completed one training, at most. */
export const MAX_TRAINED_FOR = 20;
