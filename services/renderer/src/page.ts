import type { Paper } from '@laurel/core/paper';

/** Width and height of a page that stands upright, in points. ISO 216: 210 mm by 297 mm; ASME Y14.1: 8.5 in by 11 in. */
const SIZES = {
  a4: { short: 595.28, long: 841.89 },
  letter: { short: 612, long: 792 },
} as const;

/** What a certificate is drawn on where nobody chose. */
export const USUAL_PAPER: Paper = { size: 'a4', orientation: 'landscape' };

/** A page and the room on it. All lengths of a certificate are points. */
export type Sheet = Paper & {
  readonly width: number;
  readonly height: number;
  /** The left and right edge of what is set between the margins, as seen from the page's left edge. */
  readonly left: number;
  readonly top: number;
  /** The width between the margins. */
  readonly inner: number;
  /** The height between the top margin and the foot's last line. */
  readonly tall: number;
};

/** The double line around every page. */
export const FRAME_INSET = 24;
const MARGINS = {
  landscape: { side: 62, top: 56, bottom: 40 },
  portrait: { side: 56, top: 56, bottom: 42 },
} as const;

/** The geometry of a paper. */
export function sheetOf(paper: Paper): Sheet {
  const { short, long } = SIZES[paper.size];
  const [width, height] = paper.orientation === 'landscape' ? [long, short] : [short, long];
  const { side, top, bottom } = MARGINS[paper.orientation];
  return {
    ...paper,
    width,
    height,
    left: side,
    top,
    inner: width - 2 * side,
    tall: height - top - bottom,
  };
}
