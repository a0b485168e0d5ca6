import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { expect, test } from 'vitest';
import { INK, PAPER, paletteOf, QUIET_INK } from '../src/palette.ts';
import { contrast } from './contrast.ts';

const PALETTES = [null, ...ACHIEVEMENT_THEMES].map((theme) => ({
  theme: theme ?? 'none',
  ...paletteOf(theme),
}));

test.each(PALETTES)('texts in the colours of $theme have a contrast of 7 to 1', (palette) => {
  const { dark, pale } = palette;
  for (const ground of [PAPER, pale]) {
    expect(contrast(dark, ground)).toBeGreaterThanOrEqual(7);
    expect(contrast(INK, ground)).toBeGreaterThanOrEqual(7);
  }
  expect(contrast(QUIET_INK, pale)).toBeGreaterThanOrEqual(4.5);
});

test.each(PALETTES)(
  'what is drawn in the colours of $theme has a contrast of 3 to 1',
  (palette) => {
    const { dark, mid, light, pale } = palette;
    for (const ground of [PAPER, pale]) expect(contrast(mid, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(light, dark)).toBeGreaterThanOrEqual(3);
  },
);

test('no two themes share a colour', () => {
  for (const tone of ['dark', 'mid', 'light', 'pale'] as const) {
    expect(new Set(PALETTES.map((palette) => palette[tone])).size).toBe(PALETTES.length);
  }
});
