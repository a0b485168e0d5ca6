import type { Mentoring } from '@laurel/core/mentoring';
import type { MentoringToSign } from '@laurel/core/signed-mentoring';
import { nameOfLanguage } from '@laurel/i18n/language-names';
import type { Messages } from '@laurel/i18n/messages';

/** What an award for mentoring says, in the words of the credential's language. */
export function mentoringToSign(
  { hoursBand, languages, themes, topics }: Mentoring,
  { message }: Messages,
): MentoringToSign {
  return {
    hours: {
      label: message('mentoring-hours'),
      band: hoursBand,
      words: message(`mentoring-hours-${hoursBand}`),
    },
    languages: {
      label: message('mentoring-languages'),
      each: languages.map((tag) => ({ tag, name: nameOfLanguage(tag) })),
    },
    topics: {
      label: message('mentoring-topics'),
      themes: themes.map((theme) => ({ theme, name: message(`mentoring-theme-${theme}`) })),
      own: topics,
    },
  };
}
