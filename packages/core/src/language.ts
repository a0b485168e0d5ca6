/** A BCP 47 language tag (RFC 5646), such as `en`, `pt-BR` or `zh-Hant`. */
export type LanguageTag = string;

/** Language, script, region and variants (RFC 5646, Section 2.1), in the case that Section 2.1.1 asks for. */
const TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/;

/**
 * A language tag in the form in which it is kept (`PT-br` is `pt-BR`, `iw` is `he`); null for what is
 * none. Extensions and private tags are none here: texts are told apart by language alone.
 */
export function languageTagFrom(written: string): LanguageTag | null {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'));
    return TAG.test(tag) ? tag : null;
  } catch {
    return null;
  }
}

/** One text per language. At least one language is present. */
export type LanguageMap = Readonly<Record<LanguageTag, string>>;

/** Primary subtags written from right to left, of the languages the movement's wikis use. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'arz',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

export type Direction = 'ltr' | 'rtl';

/** The writing direction of a language, by its script subtag where it has one (`ff-Adlm`). */
export function directionOf(tag: LanguageTag): Direction {
  const [primary = '', script = ''] = tag.toLowerCase().split('-');
  if (['adlm', 'arab', 'hebr', 'nkoo', 'syrc', 'thaa', 'rohg'].includes(script)) return 'rtl';
  if (script.length === 4) return 'ltr';
  return RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr';
}

export type LocalisedText = { readonly text: string; readonly language: LanguageTag };

/**
 * The text in the first wanted language that the map has (its own tag, then its primary subtag),
 * else in `source`, else in whatever language comes first. Says which language it is.
 */
export function textIn(
  map: LanguageMap,
  wanted: readonly LanguageTag[],
  source: LanguageTag = 'en',
): LocalisedText {
  for (const tag of [...wanted, source]) {
    for (const candidate of [tag, tag.split('-')[0] ?? tag]) {
      const text = map[candidate];
      if (text !== undefined) return { text, language: candidate };
    }
  }
  const [first] = Object.entries(map);
  return first === undefined
    ? { text: '', language: source }
    : { text: first[1], language: first[0] };
}
