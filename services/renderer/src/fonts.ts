import regularBytes from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
import boldBytes from '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf';
import { Font } from '@react-pdf/renderer';
import type { MeasureEms } from './fit.ts';

export const FONT_FAMILY = 'Noto Sans';
export const WEIGHTS = { regular: 400, bold: 600 } as const;
export type Weight = keyof typeof WEIGHTS;

/**
 * One glyph per character. Noto Sans takes nine letters apart (ẹ ị ọ ṣ ụ among them) to stack their
 * marks anew, and the PDF engine then loses where the marks belong; ligatures would be read back as
 * whatever was drawn first with their glyph.
 */
export const FONT_FEATURES = { ccmp: false, liga: false };

export type Fonts = {
  /** True where both weights draw the character as one glyph that stays where it is put. */
  readonly covers: (codePoint: number) => boolean;
  readonly measure: Readonly<Record<Weight, MeasureEms>>;
};

type FontkitFont = NonNullable<ReturnType<typeof Font.getFont>['data']>;

let loading: Promise<Fonts> | undefined;

/** The embedded fonts, parsed once in a Worker's life, on the first certificate. */
export function loadFonts(): Promise<Fonts> {
  loading ??= registerAndLoad();
  return loading;
}

async function registerAndLoad(): Promise<Fonts> {
  Font.register({
    family: FONT_FAMILY,
    fonts: [
      { src: dataUrlOf(regularBytes), fontWeight: WEIGHTS.regular },
      { src: dataUrlOf(boldBytes), fontWeight: WEIGHTS.bold },
    ],
  });
  // English hyphenation would cut words of every other language, and names.
  Font.registerHyphenationCallback((word) => [word]);
  const [regular, bold] = await Promise.all([parsed('regular'), parsed('bold')]);
  return {
    covers: (codePoint) => isPlainGlyph(regular, codePoint) && isPlainGlyph(bold, codePoint),
    measure: { regular: measureBy(regular), bold: measureBy(bold) },
  };
}

async function parsed(weight: Weight): Promise<FontkitFont> {
  const descriptor = { fontFamily: FONT_FAMILY, fontWeight: WEIGHTS[weight] };
  await Font.load(descriptor);
  const font = Font.getFont(descriptor)?.data;
  if (font === undefined || font === null) throw new Error(`The font ${weight} did not load.`);
  nameGlyphs(font);
  return font;
}

/**
 * The engine keeps each glyph with the text that it was first met with, and writes that into every
 * later PDF. A `z` first met as a part of `ž` would have none, and copying from the PDF would lose it:
 * so each glyph is met by its own character before anything is drawn.
 */
function nameGlyphs(font: FontkitFont): void {
  for (const codePoint of font.characterSet) {
    const character = String.fromCodePoint(codePoint);
    if (character === character.normalize('NFKC')) font.glyphForCodePoint(codePoint);
  }
}

function isPlainGlyph(font: FontkitFont, codePoint: number): boolean {
  if (!font.hasGlyphForCodePoint(codePoint)) return false;
  const { glyphs, positions } = font.layout(String.fromCodePoint(codePoint), FONT_FEATURES);
  return glyphs.length === 1 && positions[0]?.xOffset === 0 && positions[0].yOffset === 0;
}

function measureBy(font: FontkitFont): MeasureEms {
  // Only single characters are kept: they are few, and a long word without spaces asks for each again.
  const characters = new Map<string, number>();
  return (text) => {
    const known = characters.get(text);
    if (known !== undefined) return known;
    const ems = font.layout(text, FONT_FEATURES).advanceWidth / font.unitsPerEm;
    if (text.length === 1) characters.set(text, ems);
    return ems;
  };
}

function dataUrlOf(bytes: ArrayBuffer): string {
  return `data:font/ttf;base64,${Buffer.from(bytes).toString('base64')}`;
}
