/** What can be wrong with a file that is to be an issuer's logo. */
export const LOGO_FAULTS = [
  'too_large',
  'no_image',
  'disguised',
  'png_damaged',
  'png_too_wide',
  'png_unpacks',
  'png_trailing',
  'svg_damaged',
  'svg_doctype',
  'svg_script',
  'svg_element',
  'svg_link',
  'svg_style',
  'svg_too_complex',
  'svg_no_size',
] as const;

/** What is wrong, where (a line from 1, in an SVG), and what was found there, shortened. */
export type LogoFault = {
  readonly fault: (typeof LOGO_FAULTS)[number];
  readonly line?: number;
  readonly found?: string;
};
