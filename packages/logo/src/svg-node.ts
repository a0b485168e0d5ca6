/** An element that may be in a logo, with the attributes that may, its own elements and its text. */
export type SvgNode = {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (SvgNode | string)[];
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
};
