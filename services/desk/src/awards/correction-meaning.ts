import type { IssuersAward } from './find-award.ts';

/** The message that says what correcting an award will do. */
export function meaningOfCorrection({ state, consent }: IssuersAward) {
  if (state === 'open') return 'awards-correct-means-open';
  return consent === 'paper' ? 'awards-correct-means-paper' : 'awards-correct-means';
}
