import { MAX_WRITINGS } from '@laurel/core/declared-name';
import { MAX_NAME_LETTERS } from '@laurel/core/name-mistake';
import type { Reader } from '@laurel/http/reader';
import { type Mistakes, TextField } from '../../page/fields.tsx';
import { LanguageField } from '../../texts/text-fields.tsx';
import type { WritingRow } from './name-form.ts';

type WritingFieldsProps = {
  readonly rows: readonly WritingRow[];
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** A name in each writing, and a button (`act`: `add`) for one more: the form comes back with another row. */
export function WritingFields({ rows, mistakes, reader }: WritingFieldsProps) {
  const { message } = reader.messages;
  return (
    <>
      {rows.map((row, index) => {
        const [name, language] = [`name_${index + 1}`, `language_${index + 1}`];
        return (
          <fieldset class="card">
            <legend class="aside">{message('name-writing', index + 1)}</legend>
            <TextField
              name={name}
              label={message('name-label')}
              value={row.name}
              // A letter may be of two code units.
              maxlength={2 * MAX_NAME_LETTERS}
              autocomplete="off"
              required={index === 0}
              mistake={mistakes.get(name)}
              {...(row.language === '' ? {} : { lang: row.language })}
            />
            <LanguageField
              name={language}
              label={message('name-language')}
              value={row.language}
              mistake={mistakes.get(language)}
              reader={reader}
            />
          </fieldset>
        );
      })}
      {rows.length < MAX_WRITINGS && (
        <button type="submit" name="act" value="add" class="quieter" formnovalidate>
          {message('name-add')}
        </button>
      )}
    </>
  );
}
