import type { Day } from '@laurel/core/day';
import type { LanguageTag } from '@laurel/core/language';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import { letterMessagesFor } from '@laurel/i18n/letter-messages';
import { longDate } from '@laurel/i18n/long-date';
import type { ResumeEntry } from './resume-entry.ts';

/** How a résumé in a language says days and hours; its words are English where no letter is in that language. */
export function factWords(
  { period, hours, issuedOn }: Pick<ResumeEntry, 'period' | 'hours' | 'issuedOn'>,
  language: LanguageTag,
): readonly string[] {
  const messages = letterMessagesFor(language);
  const day = (one: Day) => longDate(one, messages.language);
  const when =
    period === null || period.start === period.end
      ? day(period?.start ?? issuedOn)
      : messages.message('certificate-period-value', day(period.start), day(period.end));
  if (hours === null) return [when];
  const number = decimalNumber(hours, messages.language);
  return [when, messages.message('certificate-hours-value', number, hours)];
}
