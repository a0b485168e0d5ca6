import type { Day } from '@laurel/core/day';
import type { LanguageTag } from '@laurel/core/language';
import { FIGURES_OF_BANDS } from '@laurel/core/mentoring';
import type { SignedMentoring } from '@laurel/core/signed-mentoring';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import { nameOfLanguage } from '@laurel/i18n/language-names';
import { type LetterMessages, letterMessagesFor } from '@laurel/i18n/letter-messages';
import { longDate } from '@laurel/i18n/long-date';
import type { ResumeEntry } from './resume-entry.ts';

/** How a résumé in a language says days and hours; its words are English where no letter is in that language. */
export function factWords(
  {
    period,
    hours,
    mentoring,
    issuedOn,
  }: Pick<ResumeEntry, 'period' | 'hours' | 'mentoring' | 'issuedOn'>,
  language: LanguageTag,
): readonly string[] {
  const messages = letterMessagesFor(language);
  const day = (one: Day) => longDate(one, messages.language);
  const when =
    period === null || period.start === period.end
      ? day(period?.start ?? issuedOn)
      : messages.message('certificate-period-value', day(period.start), day(period.end));
  const said = mentoring === null ? [] : mentoringWords(mentoring, messages);
  if (hours === null) return [when, ...said];
  const number = decimalNumber(hours, messages.language);
  return [when, messages.message('certificate-hours-value', number, hours), ...said];
}

/** Topics in the words that were signed. */
function mentoringWords(
  { hoursBand, languages, topicWords }: SignedMentoring,
  { message }: LetterMessages,
): readonly string[] {
  return [
    `${message('certificate-mentoring-hours')}: ${FIGURES_OF_BANDS[hoursBand]}`,
    `${message('certificate-mentoring-languages')}: ${languages.map(nameOfLanguage).join(', ')}`,
    `${message('certificate-mentoring-topics')}: ${topicWords.join(', ')}`,
  ];
}
