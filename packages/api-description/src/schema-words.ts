import { itemsOf, type JsonSchema, resolved, type Schemas } from './document.ts';

/** What is between a shown bound and none: the bound that zod gives every integer. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** What a value is, in a few words of English: `list of text (date-time)`, `whole number or null`. */
export function typeWords(schema: JsonSchema, schemas: Schemas): string {
  const at = resolved(schema, schemas);
  if (at.const !== undefined) return JSON.stringify(at.const);
  if (at.enum !== undefined) return 'one of';
  const choices = at.anyOf ?? at.oneOf;
  if (choices !== undefined) {
    return [...new Set(choices.map((one) => typeWords(one, schemas)))].join(' or ');
  }
  const types = typeof at.type === 'string' ? [at.type] : (at.type ?? ['anything']);
  return types.map((type) => wordsOf(type, at, schemas)).join(' or ');
}

function wordsOf(type: string, at: JsonSchema, schemas: Schemas): string {
  switch (type) {
    case 'string':
      return at.format === undefined && at.contentEncoding === undefined
        ? 'text'
        : `text (${at.format ?? at.contentEncoding})`;
    case 'integer':
      return 'whole number';
    case 'boolean':
      return 'true or false';
    case 'array': {
      const [item] = itemsOf(at);
      return item === undefined ? 'list' : `list of ${typeWords(item, schemas)}`;
    }
    default:
      return type;
  }
}

/** The bounds of a value, such as `1 to 100 characters`; empty where there are none. */
export function boundWords(schema: JsonSchema): string {
  return [
    range(schema.minLength, schema.maxLength, 'characters'),
    range(schema.minItems, schema.maxItems, 'items'),
    range(schema.minimum, schema.maximum, ''),
    schema.exclusiveMinimum === undefined ? '' : `above ${schema.exclusiveMinimum}`,
    schema.multipleOf === undefined ? '' : `in steps of ${schema.multipleOf}`,
  ]
    .filter((words) => words !== '')
    .join(', ');
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const from = least === undefined || least <= -UNBOUNDED ? undefined : least;
  const to = most === undefined || most >= UNBOUNDED ? undefined : most;
  if (from === undefined && to === undefined) return '';
  const words =
    from === undefined
      ? `at most ${to}`
      : to === undefined
        ? `at least ${from}`
        : `${from} to ${to}`;
  return unit === '' ? words : `${words} ${unit}`;
}
