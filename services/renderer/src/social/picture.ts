import { badgeLayers } from '@laurel/art/badge-art';
import { type Palette, paletteOf } from '@laurel/art/palette';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { Direction } from '@laurel/core/language';
import { SOCIAL_PICTURE } from '@laurel/core/social-picture';
import { outlinedLine } from '../draw/outlined-line.ts';
import { UNITS_PER_EM } from '../draw/true-type.ts';
import type { ReadAsset } from '../fonts/library.ts';
import { WEIGHTS } from '../fonts/weight.ts';
import type { Typeface } from '../harfbuzz/typeface.ts';
import { rasterised } from '../raster.ts';
import { layersMarkup } from '../svg/layers.ts';
import { firstBaseline } from '../text/fit.ts';
import { fittingWith, toSet } from '../text/fit-said.ts';
import { lineOf } from '../text/line.ts';
import { typesetterFor } from '../text/typesetter.ts';
import { BAND, bandRows, EMBLEM, type PlacedText, socialLayout, socialRows } from './layout.ts';
import { socialTexts } from './texts.ts';

/** The picture that is shown where a credential's address is shared, as a PNG. Its texts are outlines. */
export async function socialPicture(facts: CertificateFacts, read: ReadAsset): Promise<Uint8Array> {
  const palette = paletteOf(facts.theme);
  const texts = socialTexts(facts);
  const { direction } = texts;
  const toRead = [...socialRows(texts, palette), ...bandRows(texts)].map(({ said, weight }) =>
    toSet(said, weight, direction),
  );
  const typesetter = await typesetterFor(toRead, read);
  try {
    const placed = socialLayout(texts, palette, fittingWith(typesetter, direction));
    const digits = typesetter.plain.at(WEIGHTS.regular);
    const lines = placed.flatMap((one) => linesOf(one, direction, digits));
    return await rasterised(pictureSvg(facts, palette, direction, lines), SOCIAL_PICTURE.width);
  } finally {
    typesetter.release();
  }
}

function pictureSvg(
  facts: CertificateFacts,
  palette: Palette,
  direction: Direction,
  lines: readonly string[],
): string {
  const { width, height } = SOCIAL_PICTURE;
  const left = direction === 'ltr' ? EMBLEM.margin : width - EMBLEM.margin - EMBLEM.side;
  const top = (height - BAND.height - EMBLEM.side) / 2;
  const foot = height - BAND.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<path fill="${palette.pale}" d="M0 0H${width}V${foot}H0Z"/>`,
    `<path fill="${palette.dark}" d="M0 ${foot}H${width}V${height}H0Z"/>`,
    `<g transform="translate(${left} ${top}) scale(${EMBLEM.side / 512})">`,
    layersMarkup(badgeLayers(facts), palette),
    '</g>',
    ...lines,
    '</svg>',
  ].join('');
}

/** Lines begin at the side of the picture's language, whatever their own letters do. */
function linesOf(
  { text, colour, start, top, width, align }: PlacedText,
  direction: Direction,
  digits: Typeface,
): readonly string[] {
  const { paragraph, lines, size, leading } = text;
  const left = direction === 'ltr' ? start : SOCIAL_PICTURE.width - start - width;
  const atRight = (direction === 'rtl') === (align === 'start');
  return lines.map((range, index) => {
    const line = lineOf(paragraph, range);
    const x = atRight ? left + width - line.width * size : left;
    const y = top + firstBaseline(text) + index * size * leading;
    const { path } = outlinedLine(line, digits);
    const scale = (size / UNITS_PER_EM).toFixed(5);
    return `<path fill="${colour}" transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale})" d="${path}"/>`;
  });
}
