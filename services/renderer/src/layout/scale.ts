/** Sizes of a composition's texts, in points. */
export type Scale = {
  readonly heading: number;
  /** Height and largest size of what is set as large as it fits. */
  readonly holder: { readonly height: number; readonly largest: number };
  readonly nobody: { readonly height: number; readonly largest: number };
  readonly achievement: { readonly height: number; readonly largest: number };
  readonly description: number;
  readonly label: number;
  readonly note: number;
  readonly value: number;
  readonly list: number;
  readonly statement: number;
  readonly check: number;
  readonly foot: number;
};

/** For one language over the width of a page. */
export const WIDE_SCALE: Scale = {
  heading: 15,
  holder: { height: 62, largest: 36 },
  nobody: { height: 62, largest: 17 },
  achievement: { height: 56, largest: 23 },
  description: 11,
  label: 9,
  note: 9,
  value: 10.5,
  list: 9,
  statement: 8.5,
  check: 7.5,
  foot: 8,
};

/** For two languages, each in a half of it. */
export const NARROW_SCALE: Scale = {
  heading: 13.5,
  holder: { height: 54, largest: 34 },
  nobody: { height: 44, largest: 14 },
  achievement: { height: 42, largest: 17 },
  description: 9,
  label: 8.5,
  note: 8,
  value: 9,
  list: 8,
  statement: 8,
  check: 7,
  foot: 7,
};
