import { isJsonObject, type Json } from '@laurel/core/json';

/** What a keyword of JSON Schema takes. */
export type KeywordKind =
  | 'schema'
  | 'schemas'
  /** One schema for all, or one for each. */
  | 'schema_or_schemas'
  | 'schema_map'
  /** Each a schema or a list of names. */
  | 'dependencies'
  | 'text'
  | 'number'
  | 'count'
  | 'flag'
  | 'type'
  | 'names'
  | 'names_map'
  | 'value'
  | 'values';

/**
 * The keywords of the drafts 7, 2019-09 and 2020-12 that judge something, but for patterns. `format` is
 * not among them: it says what is meant, and no more (JSON Schema Validation 2020-12, Section 7.2.1).
 */
export const KEYWORDS: ReadonlyMap<string, KeywordKind> = new Map<string, KeywordKind>([
  ...of('schema', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalItems'),
  ...of('schema', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'),
  ...of('schemas', 'allOf', 'anyOf', 'oneOf', 'prefixItems'),
  ...of('schema_or_schemas', 'items'),
  ...of('schema_map', '$defs', 'definitions', 'properties', 'dependentSchemas'),
  ...of('dependencies', 'dependencies'),
  ...of('text', '$id', '$ref', '$anchor', '$recursiveRef'),
  ...of('number', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'),
  ...of('count', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties'),
  ...of('count', 'maxProperties', 'minContains', 'maxContains'),
  ...of('flag', 'uniqueItems', '$recursiveAnchor'),
  ...of('type', 'type'),
  ...of('names', 'required'),
  ...of('names_map', 'dependentRequired'),
  ...of('value', 'const'),
  ...of('values', 'enum'),
]);

/** True for what is a schema by its outside. */
function isSchema(value: Json): boolean {
  return typeof value === 'boolean' || isJsonObject(value);
}

/** True where a keyword has something of the kind that it takes. What is inside of schemas is not looked at. */
export function isOfKind(value: Json, kind: KeywordKind): boolean {
  switch (kind) {
    case 'schema':
      return isSchema(value);
    case 'schemas':
      return Array.isArray(value) && value.every(isSchema);
    case 'schema_or_schemas':
      return isSchema(value) || isOfKind(value, 'schemas');
    case 'schema_map':
      return isJsonObject(value) && Object.values(value).every(isSchema);
    case 'dependencies':
      return (
        isJsonObject(value) && Object.values(value).every((one) => isSchema(one) || isNames(one))
      );
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'flag':
      return typeof value === 'boolean';
    case 'type':
      return isType(value) || (Array.isArray(value) && value.every(isType));
    case 'names':
      return isNames(value);
    case 'names_map':
      return isJsonObject(value) && Object.values(value).every(isNames);
    case 'value':
      return true;
    case 'values':
      return Array.isArray(value);
  }
}

const TYPES: readonly Json[] = [
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
];

function isType(value: Json): boolean {
  return TYPES.includes(value);
}

function isNames(value: Json): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function of(kind: KeywordKind, ...keywords: readonly string[]): readonly [string, KeywordKind][] {
  return keywords.map((keyword) => [keyword, kind]);
}
