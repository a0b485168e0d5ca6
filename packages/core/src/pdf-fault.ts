/** Why a PDF is not looked into. */
export const PDF_FAULTS = [
  'not_pdf',
  'damaged',
  'encrypted',
  'unpacks_to_too_much',
  'takes_too_long',
  'too_many_files',
] as const;
export type PdfFault = (typeof PDF_FAULTS)[number];
