import type { Palette } from '@laurel/art/palette';
import type { ChosenFonts } from '../fonts/choose-web-fonts.ts';
import { fontCss } from '../fonts/font-css.ts';
import type { Pages } from './pages.ts';
import type { PrintPage } from './print-page.ts';
import { SHEET_STYLESHEET } from './sheet-stylesheet.ts';

/** The stylesheet of one certificate: its fonts, its paper, its colours, and how small its texts are. */
export function pageStyle(
  fonts: ChosenFonts,
  { width, height }: PrintPage,
  { fit: { large, small }, further }: Pages,
  { dark, mid }: Palette,
): string {
  const share = (value: number) => String(Math.round(value * 1000) / 1000);
  return [
    fontCss(fonts, '.sheet'),
    `@page{size:${width}mm ${height}mm;margin:0}`,
    `.sheet{--width:${width}mm;--height:${height}mm;--large:${share(large)};--small:${share(small)};--dark:${dark};--mid:${mid}}`,
    ...(further === null ? [] : [`.further{--small:${share(further.small)}}`]),
    SHEET_STYLESHEET,
  ].join('\n');
}
