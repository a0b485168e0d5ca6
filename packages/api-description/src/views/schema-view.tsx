import { itemsOf, type JsonSchema, resolved, type Schemas } from '../document.ts';
import { boundWords, typeWords } from '../schema-words.ts';

/** Bodies of ours are not nested deeper. */
const MAX_DEPTH = 5;

type SchemaViewProps = {
  readonly schema: JsonSchema;
  readonly schemas: Schemas;
  readonly depth?: number;
};

/** The members of an object, or of the objects in a list, each with what it is and whether it must be there. */
export function SchemaView({ schema, schemas, depth = 0 }: SchemaViewProps) {
  const at = resolved(schema, schemas);
  if (depth > MAX_DEPTH) return null;
  const choices = (at.anyOf ?? at.oneOf ?? []).filter((one) => holdsMembers(one, schemas));
  if (choices.length > 0) {
    return (
      <>
        {choices.map((one, place) => (
          <>
            {place > 0 && <p class="small">or</p>}
            <SchemaView schema={one} schemas={schemas} depth={depth + 1} />
          </>
        ))}
      </>
    );
  }
  const [item] = itemsOf(at);
  if (item !== undefined) return <SchemaView schema={item} schemas={schemas} depth={depth + 1} />;
  const members = Object.entries(at.properties ?? {});
  if (members.length === 0) return null;
  return (
    <ul class="members">
      {members.map(([name, member]) => (
        <li>
          <Member
            name={name}
            required={at.required?.includes(name) === true}
            schema={member}
            schemas={schemas}
          />
          <SchemaView schema={member} schemas={schemas} depth={depth + 1} />
        </li>
      ))}
    </ul>
  );
}

type MemberProps = {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly schemas: Schemas;
};

/** One member or parameter on a line. */
export function Member({ name, required, schema, schemas }: MemberProps) {
  const at = resolved(schema, schemas);
  const bounds = boundWords(at);
  const values = at.enum ?? itemsOf(at)[0]?.enum ?? [];
  return (
    <>
      <code>{name}</code>{' '}
      <span class="small quiet">
        {typeWords(at, schemas)}
        {values.map((value, place) => (
          <>
            {place === 0 ? ' ' : ', '}
            <code>{String(value)}</code>
          </>
        ))}
        {bounds !== '' && `; ${bounds}`}
        {required ? '; required.' : '; optional.'}
      </span>
      {at.description !== undefined && <span class="small"> {at.description}</span>}
    </>
  );
}

function holdsMembers(schema: JsonSchema, schemas: Schemas): boolean {
  const at = resolved(schema, schemas);
  const { properties, anyOf, oneOf } = at;
  return itemsOf(at).length > 0 || [properties, anyOf, oneOf].some((one) => one !== undefined);
}
