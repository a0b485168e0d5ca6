import type { LanguageTag } from './language.ts';
import type { PaperSize } from './paper.ts';

/** Regions that print on US Letter (CLDR 48, supplemental data, `paperSize` of `US-Letter`). */
const OF_LETTER: ReadonlySet<string> = new Set([
  ...['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE'],
]);

/** The paper in the printer of a reader of these languages, as far as the first with a region tells. */
export function usualPaperSize(languages: readonly LanguageTag[]): PaperSize {
  const regions = languages.map((tag) => /-([A-Za-z]{2})(?:-|$)/.exec(tag)?.[1]?.toUpperCase());
  const first = regions.find((region) => region !== undefined);
  return first !== undefined && OF_LETTER.has(first) ? 'letter' : 'a4';
}
