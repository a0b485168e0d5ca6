import type { AchievementTheme } from '@laurel/core/achievement-theme';

/**
 * `#rrggbb` each, of one hue from dark to pale. `dark` carries text on `pale` and on paper, and paper on it
 * (7:1, WCAG 2.2, 1.4.6); `mid` draws on both, and `light` on `dark` (3:1, 1.4.11).
 */
export type Palette = {
  readonly dark: string;
  readonly mid: string;
  readonly light: string;
  readonly pale: string;
};

const PALETTES: Readonly<Record<AchievementTheme, Palette>> = {
  'design-for-access': { dark: '#17446f', mid: '#4a80b4', light: '#abcbe8', pale: '#edf4fa' },
  'community-of-practice': { dark: '#6b2553', mid: '#a85a8c', light: '#e2b9d3', pale: '#faf1f6' },
  'skills-and-capacities': { dark: '#70420f', mid: '#a8742f', light: '#e5c795', pale: '#fbf5ea' },
};

/** The green of a laurel. */
const WITHOUT_THEME: Palette = {
  dark: '#1f5a3a',
  mid: '#4f8d69',
  light: '#aed2bc',
  pale: '#eef5f0',
};

/** The colours of a theme, and of what has none. */
export function paletteOf(theme: AchievementTheme | null): Palette {
  return theme === null ? WITHOUT_THEME : PALETTES[theme];
}

export const INK = '#1d2125';
export const QUIET_INK = '#5a6168';
export const PAPER = '#ffffff';
