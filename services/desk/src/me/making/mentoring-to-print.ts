import type { Mentoring } from '@laurel/core/mentoring';
import type { SignedMentoring } from '@laurel/core/signed-mentoring';
import type { Messages } from '@laurel/i18n/messages';

/** What a certificate in the language of these messages will say of mentoring, as it is signed then. */
export function mentoringToPrint(mentoring: Mentoring, { message }: Messages): SignedMentoring {
  const themes = mentoring.themes.map((theme) => message(`mentoring-theme-${theme}`));
  return { ...mentoring, topicWords: [...themes, ...mentoring.topics] };
}
