import type { Day } from '@laurel/core/day';
import type { LanguageTag } from '@laurel/core/language';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import { longDate } from '@laurel/i18n/long-date';
import { mentoringWords } from '@laurel/i18n/mentoring-words';
import { messagesFor } from '@laurel/i18n/messages';
import type { ResumeEntry } from './resume-entry.ts';

/** How a résumé in a language says days and hours; its words are English where no page is in that language. */
export function factWords(
  {
    period,
    hours,
    mentoring,
    issuedOn,
  }: Pick<ResumeEntry, 'period' | 'hours' | 'mentoring' | 'issuedOn'>,
  language: LanguageTag,
): readonly string[] {
  const messages = messagesFor(language);
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
