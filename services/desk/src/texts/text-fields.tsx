import {
  MAX_DESCRIPTION_LENGTH,
  MAX_LANGUAGES,
  MAX_NAME_LENGTH,
} from '@laurel/contracts/issuer-requests';
import type { Reader } from '@laurel/http/reader';
import { autonymOf, LANGUAGE_CHOICES } from '@laurel/i18n/autonym';
import type { Child } from 'hono/jsx';
import { type Mistakes, Select, TextArea, TextField } from '../page/fields.tsx';
import type { RowMistake, TextRow } from './text-rows.ts';

type TextFieldsProps = {
  readonly rows: readonly TextRow[];
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/**
 * A name and a description in each language, and a button (`add`) for one more: it sends the form, which
 * comes back as it was with another row.
 */
export function TextFields({ rows, mistakes, reader }: TextFieldsProps) {
  return (
    <>
      {rows.map((row, index) => (
        <TextRowFields row={row} number={index + 1} mistakes={mistakes} reader={reader} />
      ))}
      <AddLanguage rows={rows.length} reader={reader} />
    </>
  );
}

type AddLanguageProps = { readonly rows: number; readonly reader: Reader };

/** The button for one more language; nothing where there are as many as there may be. */
export function AddLanguage({ rows, reader }: AddLanguageProps) {
  return rows < MAX_LANGUAGES ? (
    <button type="submit" name="add" value="yes" class="quieter" formnovalidate>
      {reader.messages.message('texts-add')}
    </button>
  ) : null;
}

type LanguageRowProps = {
  /** From 1 on: its language is `language_{number}`. */
  readonly number: number;
  readonly language: string;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
  readonly children: Child;
};

/** One language, and what is written in it. */
export function LanguageRow({ number, language, mistakes, reader, children }: LanguageRowProps) {
  const { message } = reader.messages;
  const name = `language_${number}`;
  return (
    <fieldset class="card">
      <legend class="aside">{message('texts-row', number)}</legend>
      <LanguageField
        name={name}
        label={message('texts-language')}
        value={language}
        mistake={mistakes.get(name)}
        reader={reader}
      />
      {children}
    </fieldset>
  );
}

/**
 * Placed first in a form, so that the Enter key sends the form as it is, and does not press the first
 * button that it finds (HTML, Section 4.10.21.2).
 */
export function EnterSends({ label }: { readonly label: string }) {
  return (
    <button type="submit" class="aside" tabindex={-1}>
      {label}
    </button>
  );
}

/** What is wrong with rows, in the reader’s language. */
export function sayRowMistakes(
  mistakes: readonly RowMistake[],
  reader: Reader,
): readonly (readonly [string, string])[] {
  return mistakes.map(([field, mistake]) => [
    field,
    reader.messages.message(`texts-mistake-${mistake}`),
  ]);
}

type RowProps = Omit<TextFieldsProps, 'rows'> & { readonly row: TextRow; readonly number: number };

function TextRowFields({ row, number, mistakes, reader }: RowProps) {
  const { message } = reader.messages;
  const lang = row.language === '' ? {} : { lang: row.language };
  const language = `language_${number}`;
  const name = `name_${number}`;
  const description = `description_${number}`;
  return (
    <fieldset class="card">
      <legend class="aside">{message('texts-row', number)}</legend>
      <div class="pair">
        <LanguageField
          name={language}
          label={message('texts-language')}
          value={row.language}
          mistake={mistakes.get(language)}
          reader={reader}
        />
        <TextField
          name={name}
          label={message('texts-name')}
          value={row.name}
          maxlength={MAX_NAME_LENGTH}
          autocomplete="off"
          mistake={mistakes.get(name)}
          {...lang}
        />
      </div>
      <TextArea
        name={description}
        label={message('texts-description')}
        help={message('texts-description-help')}
        value={row.description}
        rows={3}
        maxlength={MAX_DESCRIPTION_LENGTH}
        mistake={mistakes.get(description)}
        {...lang}
      />
    </fieldset>
  );
}

type LanguageFieldProps = {
  readonly name: string;
  readonly label: string;
  /** Empty where none is chosen yet. */
  readonly value: string;
  readonly mistake: string | undefined;
  readonly reader: Reader;
};

/** The language of a row, by its own name. */
export function LanguageField({ value, reader, ...field }: LanguageFieldProps) {
  return (
    <Select
      {...field}
      value={value}
      options={[
        { value: '', label: reader.messages.message('texts-choose-language') },
        ...choicesFor(value).map(([tag, autonym]) => ({ value: tag, label: autonym, lang: tag })),
      ]}
    />
  );
}

function choicesFor(language: string): typeof LANGUAGE_CHOICES {
  return language === '' || LANGUAGE_CHOICES.some(([tag]) => tag === language)
    ? LANGUAGE_CHOICES
    : [[language, autonymOf(language)], ...LANGUAGE_CHOICES];
}
