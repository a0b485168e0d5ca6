/** A BCP 47 language tag (RFC 5646), such as `en`, `pt-BR` or `zh-Hant`. */
export type LanguageTag = string;

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
