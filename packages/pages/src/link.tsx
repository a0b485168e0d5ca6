import type { LanguageTag } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';

/** A path of ours that keeps the language which the reader asked for in the address. */
export function linkTo(path: string, reader: Reader): string {
  return reader.uselang === null ? path : inLanguage(path, reader.uselang);
}

/** The same path in a given language. */
export function inLanguage(path: string, language: LanguageTag): string {
  const url = new URL(path, 'https://path.invalid');
  url.searchParams.set('uselang', language);
  return `${url.pathname}${url.search}${url.hash}`;
}
