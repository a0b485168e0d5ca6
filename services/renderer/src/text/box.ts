/** A character that no font draws is shown as its code point in a small box. Lengths are ems. */
export type BoxShape = {
  readonly width: number;
  /** The code point in hexadecimal, in two rows. */
  readonly rows: readonly [string, string];
};

export const BOX_EXTENTS = { top: 0.8, bottom: -0.1 } as const;
/** Between a box and its neighbours, on either side. */
export const BOX_MARGIN = 0.07;
export const BOX_STROKE = 0.03;
export const DIGIT_SIZE = 0.4;
const WIDTHS = { 2: 0.72, 3: 0.97 } as const;

/** The box of a character. */
export function boxOf(character: string): BoxShape {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  const columns = code.length > 4 ? 3 : 2;
  const digits = code.padStart(2 * columns, '0');
  return { width: WIDTHS[columns], rows: [digits.slice(0, columns), digits.slice(columns)] };
}

/** The room that a character takes which is shown as a box. */
export function boxWidth(character: string): number {
  return boxOf(character).width;
}
