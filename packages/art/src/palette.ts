import type { AchievementKind } from '@laurel/core/achievement';

/** `#rrggbb` each. `dark` carries text: at least 7:1 on white (WCAG 2.2, 1.4.6). */
export type Palette = { readonly dark: string; readonly mid: string; readonly pale: string };

export const PALETTES: Readonly<Record<AchievementKind, Palette>> = {
  contribution: { dark: '#1f5a3a', mid: '#4f8d69', pale: '#eef5f0' },
  role: { dark: '#55306e', mid: '#8763a3', pale: '#f4f0f8' },
  training: { dark: '#7d3c0e', mid: '#b87a41', pale: '#fbf4ec' },
};

export const INK = '#1d2125';
export const QUIET_INK = '#5a6168';
export const PAPER = '#ffffff';
