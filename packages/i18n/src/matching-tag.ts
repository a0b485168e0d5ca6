import type { LanguageTag } from '@laurel/core/language';

/**
 * The tag among these whose texts somebody who wants `wanted` can read: the same tag, else one of the
 * same language in the same script, as far as the tags say or imply it (likely subtags: Unicode Technical
 * Standard 35, Part 1, Section 4.3; `zh-TW` is in `Hant`, `ff-Adlm` is no `ff`). Null where there is none.
 */
export function matchingTag(
  wanted: LanguageTag,
  available: readonly LanguageTag[],
): LanguageTag | null {
  const same = available.find((one) => one.toLowerCase() === wanted.toLowerCase());
  if (same !== undefined) return same;
  const readable = languageAndScript(wanted);
  if (readable === null) return null;
  return available.find((one) => languageAndScript(one) === readable) ?? null;
}

function languageAndScript(tag: LanguageTag): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return script === undefined ? null : `${language}-${script}`;
  } catch {
    return null;
  }
}
