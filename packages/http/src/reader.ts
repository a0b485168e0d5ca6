import type { LanguageTag } from '@laurel/core/language';
import { onceFor } from '@laurel/core/once-for';
import { INTERFACE_LANGUAGES, type Messages, messagesFor } from '@laurel/i18n/messages';
import { chooseLanguage, languagesAccepted } from '@laurel/i18n/negotiate';

/** Who a page is made for: the language, and whether they asked for it in the address. */
export type Reader = {
  readonly messages: Messages;
  /** Their languages in order of preference, for texts that exist in others than pages do. */
  readonly languages: readonly LanguageTag[];
  /** The language of `?uselang=`, which links carry on; null where the browser's own was taken. */
  readonly uselang: LanguageTag | null;
};

/** The reader's language: `?uselang=` (MediaWiki's name for it), else `Accept-Language`, else English. */
export function readerOf(request: Request): Reader {
  const { languages, uselang, language } = wishesOf(request);
  return { messages: messagesFor(language), languages, uselang };
}

/** The languages whose messages an answer may need: the reader's, and English for what is said in no other. */
export function languagesToLoad(request: Request): readonly LanguageTag[] {
  return [...new Set(['en', wishesOf(request).language])];
}

/** Several parts of an answer ask who reads it. */
const wishesOf = onceFor((request: Request) => {
  const wanted = new URL(request.url).searchParams.get('uselang');
  const uselang = INTERFACE_LANGUAGES.find((language) => language === wanted) ?? null;
  const accepted = languagesAccepted(request.headers.get('accept-language') ?? undefined);
  const languages = uselang === null ? accepted : [uselang, ...accepted];
  return { languages, uselang, language: chooseLanguage(languages, INTERFACE_LANGUAGES, 'en') };
});

/** All of a reader that a page depends on, as JSON says it. */
export function factsOfReader({ messages, languages, uselang }: Reader): readonly unknown[] {
  return [messages.language, languages, uselang];
}
