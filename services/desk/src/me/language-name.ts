import type { LanguageTag } from '@laurel/core/language';
import { INTERFACE_LANGUAGES, type Messages, messagesFor } from '@laurel/i18n/messages';

/** What a language calls itself, for people who look for their own; its tag where we do not know it. */
export function languageName(tag: LanguageTag, draft: boolean, reader: Messages): string {
  const name = INTERFACE_LANGUAGES.includes(tag) ? messagesFor(tag).message('language-name') : tag;
  return draft ? reader.message('me-language-draft', name) : name;
}
