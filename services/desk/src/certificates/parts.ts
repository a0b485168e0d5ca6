/** The most certificates in one file: what a request makes within its limits, and a phone takes. */
export const CERTIFICATES_PER_PART = 500;

/** How many parts so many certificates make. */
export function partsOf(certificates: number): number {
  return Math.ceil(certificates / CERTIFICATES_PER_PART);
}

/**
 * Rows in parts of at most {@link CERTIFICATES_PER_PART} that have a certificate, in order; each row is in
 * one part, those without beside those that they stand beside. No parts where no row has one. What
 * became of a certificate moves nobody to another part.
 */
export function inParts<Row extends { readonly credential: string | null }>(
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const parts: Row[][] = [];
  let part: Row[] = [];
  let certificates = 0;
  for (const row of rows) {
    if (row.credential !== null && certificates > 0 && certificates % CERTIFICATES_PER_PART === 0) {
      parts.push(part);
      part = [];
    }
    if (row.credential !== null) certificates++;
    part.push(row);
  }
  return certificates === 0 ? [] : [...parts, part];
}
