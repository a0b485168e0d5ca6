import type { Messages } from '@laurel/i18n/messages';
import { languageName } from '../me/language-name.ts';
import type { ChangedPart } from './changed-parts.ts';

type ChangedPartsProps = {
  readonly changed: readonly ChangedPart[];
  readonly messages: Messages;
};

/** What differs between two versions, part by part, with the languages of texts. */
export function ChangedParts({ changed, messages }: ChangedPartsProps) {
  const { message } = messages;
  if (changed.length === 0) return <p>{message('achievements-changes-none')}</p>;
  return (
    <ul>
      {changed.map(({ part, languages }) => (
        <li>
          {message(`achievements-part-${part}`)}
          {languages.length > 0 && (
            <span class="quiet">
              {' ('}
              <bdi>{languages.map((tag) => languageName(tag, false, messages)).join(', ')}</bdi>
              {')'}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
