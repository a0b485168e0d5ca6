import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { Person } from '@laurel/pages/person';

type LastChangeProps = {
  readonly updatedAtSeconds: number;
  /** Null where the name is not known, or may not be shown. */
  readonly updatedBy: string | null;
  readonly reader: Reader;
};

/** When a draft was changed last, and by whom. */
export function LastChange({ updatedAtSeconds, updatedBy, reader }: LastChangeProps) {
  const { message, language } = reader.messages;
  return (
    <p class="quiet small">
      {message('achievements-draft-changed', longDate(dayOf(updatedAtSeconds), language))}
      {updatedBy !== null && (
        <>
          {' · '}
          <Person name={updatedBy} />
        </>
      )}
    </p>
  );
}
