import type { Reader } from '@laurel/http/reader';
import type { Messages } from '@laurel/i18n/messages';
import { fieldName } from './field-name.ts';
import type { Field } from './field-value.ts';
import { Value } from './value.tsx';

type FieldsProps = {
  readonly fields: readonly Field[];
  readonly reader: Reader;
  /** True where addresses that are made for people may be followed. */
  readonly linked: boolean;
};

/** Fields by name and value, groups of fields within their field: the way to a value is the names above it. */
export function Fields({ fields, reader, linked }: FieldsProps) {
  const { messages } = reader;
  return (
    <dl class="fields">
      {fields.map((field) => (
        <>
          <dt>
            <Name name={field.name} messages={messages} />
          </dt>
          <dd>
            <Note name={field.name} messages={messages} />
            <Value
              value={field.value}
              linked={linked && FOR_PEOPLE.includes(field.name)}
              reader={reader}
              group={(inner) => <Fields fields={inner} reader={reader} linked={linked} />}
            />
          </dd>
        </>
      ))}
    </dl>
  );
}

/**
 * Whose addresses lead to pages for people. Whatever else has an address (status lists, refresh services,
 * identifiers) answers programs, and would learn by a visit that somebody looks at this credential.
 */
const FOR_PEOPLE: readonly string[] = ['url', 'targetUrl'];

type NameProps = { readonly name: string; readonly messages: Messages };

function Name({ name, messages }: NameProps) {
  const { words, known } = fieldName(name, messages);
  return (
    <bdi dir="auto" translate={known ? undefined : 'no'}>
      {words}
    </bdi>
  );
}

const NOTES = {
  endorsement: 'fields-note-endorsement',
  endorsementJwt: 'fields-note-endorsement',
  evidence: 'fields-note-evidence',
  refreshService: 'fields-note-refresh',
  termsOfUse: 'fields-note-terms',
} as const;

function isNoted(name: string): name is keyof typeof NOTES {
  return Object.hasOwn(NOTES, name);
}

/** What must be said of some fields before anybody reads them. */
function Note({ name, messages: { message } }: NameProps) {
  return isNoted(name) ? <p class="small">{message(NOTES[name])}</p> : null;
}
