import type { LanguageTag } from '@laurel/core/language';
import type { Mentoring } from '@laurel/core/mentoring';
import type { SignedMentoring } from '@laurel/core/signed-mentoring';
import { messagesFor } from '@laurel/i18n/messages';

/** What a certificate in a language will say of mentoring, as it is signed then. */
export function mentoringToPrint(mentoring: Mentoring, language: LanguageTag): SignedMentoring {
  const { message } = messagesFor(language);
  const themes = mentoring.themes.map((theme) => message(`mentoring-theme-${theme}`));
  return { ...mentoring, topicWords: [...themes, ...mentoring.topics] };
}
