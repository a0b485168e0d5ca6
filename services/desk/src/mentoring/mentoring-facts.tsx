import type { Mentoring } from '@laurel/core/mentoring';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { MentoringEntries } from '@laurel/pages/mentoring-entries';

type MentoringFactsProps = {
  /** Days; an empty end is one that is not known yet. */
  readonly period: { readonly start: string; readonly end: string };
  readonly mentoring: Mentoring;
  readonly reader: Reader;
};

/** When, in which languages, about what and for about how long: all that will be signed, and all that reviewers see. */
export function MentoringFacts({ period, mentoring, reader }: MentoringFactsProps) {
  return (
    <dl>
      <dt>{reader.messages.message('mentoring-period')}</dt>
      <dd>{periodIn(period, reader)}</dd>
      <MentoringEntries mentoring={mentoring} messages={reader.messages} />
    </dl>
  );
}

function periodIn(
  { start, end }: MentoringFactsProps['period'],
  { messages: { message, language } }: Reader,
) {
  const first = longDate(start, language);
  if (end === '') return message('mentoring-since', first);
  return start === end ? first : message('days-range', first, longDate(end, language));
}
