/** What an achievement helps the movement with, as its plan for learning names it; the art follows it. */
export const ACHIEVEMENT_THEMES = [
  'design-for-access',
  'community-of-practice',
  'skills-and-capacities',
] as const;
export type AchievementTheme = (typeof ACHIEVEMENT_THEMES)[number];
