import { CERTIFICATES_PER_SET } from '@laurel/contracts/renderer-rpc';

/** Rows in sets that are drawn by one call each, in order. */
export function inSets<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / CERTIFICATES_PER_SET) }, (_, set) =>
    rows.slice(set * CERTIFICATES_PER_SET, (set + 1) * CERTIFICATES_PER_SET),
  );
}
