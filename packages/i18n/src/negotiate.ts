import type { LanguageTag } from '@laurel/core/language';

/** More languages than a browser ever lists; the rest of a longer header is not read. */
const MAX_RANGES = 20;

/**
 * The reader's languages in their order of preference (RFC 9110, Section 12.5.4), `q=0` left out.
 * Tags that are not well formed are skipped.
 */
export function languagesAccepted(header: string | undefined): readonly LanguageTag[] {
  if (header === undefined) return [];
  return header
    .split(',', MAX_RANGES)
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

/** The first accepted language that is available, by its own tag or its primary subtag; else the fallback. */
export function chooseLanguage(
  accepted: readonly LanguageTag[],
  available: readonly LanguageTag[],
  fallback: LanguageTag,
): LanguageTag {
  for (const tag of accepted) {
    const found =
      available.find((one) => one.toLowerCase() === tag.toLowerCase()) ??
      available.find((one) => one.toLowerCase() === tag.split('-')[0]?.toLowerCase());
    if (found !== undefined) return found;
  }
  return fallback;
}
