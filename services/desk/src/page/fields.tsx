import type { Child } from 'hono/jsx';

/** What is wrong with a field of a form that was sent, in the reader's language; by the field's name. */
export type Mistakes = ReadonlyMap<string, string>;

/** No field is wrong: a form that was not sent yet. */
export const NO_MISTAKES: Mistakes = new Map();

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly mistake?: string | undefined;
};

/** Where links and descriptions find a field. */
function fieldId(name: string): string {
  return `field-${name}`;
}

/** How a control is tied to its help and its mistake (WCAG 2.2, 3.3.1 and 3.3.2). */
function described({ name, help, mistake }: FieldProps) {
  const ids = [
    ...(help === undefined ? [] : [`${fieldId(name)}-help`]),
    ...(mistake === undefined ? [] : [`${fieldId(name)}-mistake`]),
  ];
  return {
    id: fieldId(name),
    name,
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(mistake === undefined ? {} : { 'aria-invalid': 'true' }),
  };
}

function Labelled({ name, label, help, mistake, children }: FieldProps & { children: Child }) {
  return (
    <div>
      <label for={fieldId(name)}>{label}</label>
      {help !== undefined && (
        <span class="help" id={`${fieldId(name)}-help`}>
          {help}
        </span>
      )}
      {children}
      {mistake !== undefined && (
        <p class="mistake" id={`${fieldId(name)}-mistake`}>
          {mistake}
        </p>
      )}
    </div>
  );
}

type InputProps = FieldProps & {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'url' | 'date' | 'datetime-local' | 'number' | 'search';
  readonly required?: boolean;
  readonly maxlength?: number;
  readonly inputmode?: 'numeric' | 'decimal' | 'text';
  readonly autocomplete?: 'off';
  /** The language that is to be typed, where it is a given one. */
  readonly lang?: string;
};

/** One line of text. */
export function TextField({
  value = '',
  type = 'text',
  required = false,
  maxlength,
  inputmode,
  autocomplete,
  lang,
  ...field
}: InputProps) {
  return (
    <Labelled {...field}>
      <input
        {...described(field)}
        type={type}
        value={value}
        dir={type === 'url' ? 'ltr' : 'auto'}
        required={required}
        {...(maxlength === undefined ? {} : { maxlength })}
        {...(inputmode === undefined ? {} : { inputmode })}
        {...(autocomplete === undefined ? {} : { autocomplete })}
        {...(lang === undefined ? {} : { lang })}
      />
    </Labelled>
  );
}

type AreaProps = FieldProps & {
  readonly value?: string | undefined;
  readonly rows?: number;
  readonly required?: boolean;
  readonly maxlength?: number;
  readonly lang?: string;
  /** To be copied, not changed. */
  readonly readonly?: boolean;
};

/** Several lines of text. */
export function TextArea({
  value = '',
  rows = 5,
  required = false,
  maxlength,
  lang,
  readonly = false,
  ...field
}: AreaProps) {
  return (
    <Labelled {...field}>
      <textarea
        {...described(field)}
        rows={rows}
        dir={readonly ? 'ltr' : 'auto'}
        required={required}
        readonly={readonly}
        {...(maxlength === undefined ? {} : { maxlength })}
        {...(lang === undefined ? {} : { lang })}
      >
        {value}
      </textarea>
    </Labelled>
  );
}

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly lang?: string | undefined;
  readonly help?: string | undefined;
};

type ChoiceProps = FieldProps & {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** An option without a value, such as the first, is then no answer. */
  readonly required?: boolean;
};

/** One of many, folded up. */
export function Select({ options, value, required = false, ...field }: ChoiceProps) {
  return (
    <Labelled {...field}>
      <select {...described(field)} required={required}>
        {options.map((option) => (
          <option
            value={option.value}
            selected={option.value === value}
            {...(option.lang === undefined ? {} : { lang: option.lang })}
          >
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type BoxesProps = FieldProps & {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly kind: 'radio' | 'checkbox';
};

/** One of a few (`radio`), or any of them (`checkbox`), each with room for an explanation. */
export function Boxes({ options, values, kind, ...field }: BoxesProps) {
  const { id, name, ...description } = described(field);
  return (
    <fieldset id={id} {...description}>
      <legend>{field.label}</legend>
      {field.help !== undefined && (
        <span class="help" id={`${fieldId(name)}-help`}>
          {field.help}
        </span>
      )}
      {options.map((option) => (
        <label class="choice">
          <input
            type={kind}
            name={name}
            value={option.value}
            checked={values.includes(option.value)}
          />
          <span {...(option.lang === undefined ? {} : { lang: option.lang })}>
            {option.label}
            {option.help !== undefined && <span class="help">{option.help}</span>}
          </span>
        </label>
      ))}
      {field.mistake !== undefined && (
        <p class="mistake" id={`${fieldId(name)}-mistake`}>
          {field.mistake}
        </p>
      )}
    </fieldset>
  );
}

type FileProps = FieldProps & { readonly accept: string };

/** A file of the reader's own. */
export function FileField({ accept, ...field }: FileProps) {
  return (
    <Labelled {...field}>
      <input {...described(field)} type="file" accept={accept} />
    </Labelled>
  );
}

type MistakeListProps = {
  readonly title: string;
  readonly mistakes: readonly (readonly [string, string])[];
};

/** Before a form that was refused: what is wrong, with links to the fields. */
export function MistakeList({ title, mistakes }: MistakeListProps) {
  if (mistakes.length === 0) return null;
  return (
    <section class="mistakes" aria-labelledby="mistakes" role="alert">
      <h2 id="mistakes">{title}</h2>
      <ul>
        {mistakes.map(([name, mistake]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{mistake}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
