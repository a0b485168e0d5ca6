import type { Mentoring } from '@laurel/core/mentoring';
import type { Reader } from '@laurel/http/reader';
import { nameOfLanguage } from '@laurel/i18n/language-names';
import { longDate } from '@laurel/i18n/long-date';

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
      <MentoringEntries mentoring={mentoring} reader={reader} />
    </dl>
  );
}

/** The same but for the period, within a list of facts. */
export function MentoringEntries({ mentoring, reader }: Omit<MentoringFactsProps, 'period'>) {
  const { message } = reader.messages;
  const { languages, themes, topics, hoursBand } = mentoring;
  return (
    <>
      <dt>{message('mentoring-hours')}</dt>
      <dd>{message(`mentoring-hours-${hoursBand}`)}</dd>
      <dt>{message('mentoring-languages')}</dt>
      <dd>
        <ul class="plain">
          {languages.map((tag) => (
            <li>
              <bdi>{nameOfLanguage(tag)}</bdi>
            </li>
          ))}
        </ul>
      </dd>
      <dt>{message('mentoring-topics')}</dt>
      <dd>
        <ul class="plain">
          {themes.map((theme) => (
            <li>{message(`mentoring-theme-${theme}`)}</li>
          ))}
          {topics.map((topic) => (
            <li>
              <bdi dir="auto">{topic}</bdi>
            </li>
          ))}
        </ul>
      </dd>
    </>
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
