/** Why no credential could be taken out of a picture. `detail` is an English sentence for the picture's author. */
export type BakingFailure =
  | { readonly reason: 'png_malformed'; readonly detail: string }
  | { readonly reason: 'png_has_no_credential' }
  /** A badge of Open Badges 2.0 or before; `text` as it was baked: JSON, a JWS or an address. */
  | { readonly reason: 'older_badge'; readonly text: string }
  | { readonly reason: 'svg_malformed'; readonly detail: string }
  | { readonly reason: 'svg_has_no_credential' };

/** Pictures come from strangers: reading one costs time in proportion to its size, so the size ends here. */
export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;
