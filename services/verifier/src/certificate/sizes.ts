/** Sizes of texts in print, in points, before they are made to fit. The stylesheet is made from them. */
export const SIZES = {
  heading: 15,
  note: 8.5,
  label: 9.5,
  name: 32,
  /** What stands in the place of a name must not look like one. */
  sentence: 17,
  achievement: 21,
  description: 10.5,
  value: 10.5,
  list: 8.5,
  statement: 8.5,
  checkLabel: 9.5,
  check: 7.5,
  foot: 8,
} as const;

/** Nothing is set smaller than this, in points: it is read at arm’s length. */
export const LEGIBLE = 6;

/** Between two groups of texts, and between columns, in points. */
export const GAP = 6;
export const COLUMN_GAP = 16;
/** The facts stand in so many columns. */
export const COLUMNS = 3;
