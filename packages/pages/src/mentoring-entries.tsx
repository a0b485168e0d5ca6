import type { Mentoring } from '@laurel/core/mentoring';
import { nameOfLanguage } from '@laurel/i18n/language-names';
import type { Messages } from '@laurel/i18n/messages';

type MentoringEntriesProps = { readonly mentoring: Mentoring; readonly messages: Messages };

/** What mentoring was, within a list of facts: for about how long, in which languages, and about what. */
export function MentoringEntries({ mentoring, messages: { message } }: MentoringEntriesProps) {
  const { languages, themes, topics, hoursBand } = mentoring;
  return (
    <>
      <dt>{message('mentoring-hours')}</dt>
      <dd>{message(`mentoring-hours-${hoursBand}`)}</dd>
      <dt>{message('mentoring-languages')}</dt>
      <dd>
        <ul class="plain">
          {languages.map((tag) => (
            <li>{nameOfLanguage(tag)}</li>
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
