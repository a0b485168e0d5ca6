export const PAPER_SIZES = ['a4', 'letter'] as const;
/** ISO 216 A4, or US Letter (ASME Y14.1). */
export type PaperSize = (typeof PAPER_SIZES)[number];

export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** What a certificate is printed on. */
export type Paper = { readonly size: PaperSize; readonly orientation: Orientation };
