import type { AchievementKind } from '@laurel/core/achievement';
import type { AchievementTheme } from '@laurel/core/achievement-theme';
import { type Palette, paletteOf } from './palette.ts';
import type { Shape } from './shape.ts';
import { symbolShapes } from './symbols.ts';
import { wreathShapes } from './wreath.ts';

/** What the art of an achievement is made from: the kind has a symbol, the theme colours and an ornament. */
export type ArtSubject = {
  readonly kind: AchievementKind;
  readonly theme: AchievementTheme | null;
};

/** Colours and emblem of an achievement. The emblem spans the square from 36 to 476 of the art's 512 units. */
export type Art = { readonly palette: Palette; readonly emblem: readonly Shape[] };

/** The art of an achievement: the same subject gives the same art, with no mark of anybody else in it. */
export function artOf({ kind, theme }: ArtSubject): Art {
  return { palette: paletteOf(theme), emblem: [...wreathShapes(theme), ...symbolShapes(kind)] };
}
