import type { LanguageMap } from '@laurel/core/language';
import { autonymOf } from '@laurel/i18n/autonym';
import { Person } from '@laurel/pages/person';

/** A name in each of its writings, with the language that it is for. */
export function WritingList({ writings }: { readonly writings: LanguageMap }) {
  return (
    <ul class="plain">
      {Object.entries(writings).map(([language, name]) => (
        <li>
          <span class="who" lang={language}>
            <Person name={name} />
          </span>{' '}
          <span class="quiet small">
            <bdi lang={language}>{autonymOf(language)}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
