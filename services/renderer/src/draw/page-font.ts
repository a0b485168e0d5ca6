import type { Contour } from './contours.ts';

/** A code of the font: a glyph (0 draws nothing), its width per mille of an em, and what it stands for. */
export type Code = { readonly glyph: number; readonly width: number; readonly text: string };

/**
 * The one font of a page. Its glyphs are clusters as HarfBuzz composed them; its codes stand for one
 * code point each, so that what is copied from the page is what was written.
 */
export type PageFont = {
  /** The number of a glyph, drawn when it is met first. */
  readonly glyph: (key: string, contours: () => readonly Contour[]) => number;
  /** The number of a code, from 1 on. */
  readonly code: (code: Code) => number;
  readonly outlines: () => readonly (readonly Contour[])[];
  readonly codes: () => readonly Code[];
};

/** An empty font. */
export function pageFont(): PageFont {
  const outlines: (readonly Contour[])[] = [];
  const glyphs = new Map<string, number>();
  const codes: Code[] = [];
  const numbers = new Map<string, number>();
  return {
    glyph: (key, contours) => {
      const before = glyphs.get(key);
      if (before !== undefined) return before;
      const drawn = contours();
      if (drawn.length > 0) outlines.push(drawn);
      const glyph = drawn.length > 0 ? outlines.length : 0;
      glyphs.set(key, glyph);
      return glyph;
    },
    code: (code) => {
      const key = `${code.glyph} ${code.width} ${code.text}`;
      const before = numbers.get(key);
      if (before !== undefined) return before;
      codes.push(code);
      numbers.set(key, codes.length);
      return codes.length;
    },
    outlines: () => outlines,
    codes: () => codes,
  };
}
