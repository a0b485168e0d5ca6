import type { LanguageTag } from '@laurel/core/language';

/** Languages of certificates that write 2.5 as `2,5` (CLDR; a test compares them with Node's Intl). */
const DECIMAL_COMMAS: ReadonlySet<LanguageTag> = new Set([
  'az',
  'bg',
  'ca',
  'cs',
  'de',
  'el',
  'eo',
  'es',
  'fi',
  'fr',
  'hu',
  'hy',
  'id',
  'it',
  'jv',
  'ka',
  'kk',
  'ky',
  'lo',
  'nb',
  'nl',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'ru',
  'sr',
  'sr-Latn',
  'sv',
  'tg',
  'tr',
  'uk',
  'uz',
  'vi',
]);

/** A number in Western digits with the language's decimal sign, and no other sign between its digits. */
export function decimalNumber(value: number, language: LanguageTag): string {
  const written = String(value);
  return DECIMAL_COMMAS.has(language) ? written.replace('.', ',') : written;
}
