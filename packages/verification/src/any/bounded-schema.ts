import type { Schema } from '@cfworker/json-schema';
import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import type { DocumentWords } from './document-words.ts';
import type { Fuel } from './fuel.ts';
import { isOfKind, KEYWORDS, type KeywordKind } from './schema-keywords.ts';
import { patternMatcher } from './schema-pattern.ts';
import { stepsOf } from './schema-steps.ts';

const MAX_DEPTH = 150;

/** Keywords that the library does not know: a schema with one of them cannot be judged. */
const UNKNOWN = ['$dynamicRef', '$dynamicAnchor'];

/**
 * A stranger's schema, made so that checking one document against it burns fuel for each look. A pattern
 * is replaced by what it comes to for the strings of that document: no regular expression of a stranger
 * is ever run by the platform, which cannot stop one. Throws where the fuel is spent, and where the schema
 * is none.
 */
export function boundedSchema(written: JsonObject, words: DocumentWords, fuel: Fuel): Schema {
  const breaking = remembered((pattern) => {
    const matches = patternMatcher(pattern, fuel);
    return words.strings.filter((text) => !matches(text));
  });
  const matching = remembered((pattern) => words.names.filter(patternMatcher(pattern, fuel)));

  const schemaOf = (schema: JsonObject, depth: number): Schema => {
    fuel.burn(1);
    if (depth > MAX_DEPTH || UNKNOWN.some((keyword) => keyword in schema)) fuel.giveUp();
    const bounded: Schema = {};
    for (const [keyword, value] of Object.entries(schema)) {
      const kind = KEYWORDS.get(keyword);
      if (kind === undefined) continue;
      if (!isOfKind(value, kind)) throw new Error('a keyword with another kind of value');
      bounded[keyword] = copyOf(value, kind, depth + 1);
    }
    const { pattern, patternProperties } = schema;
    if (pattern !== undefined && typeof pattern !== 'string')
      throw new Error('a pattern of no text');
    const broken = pattern === undefined ? [] : breaking(pattern);
    if (broken.length > 0) {
      bounded.allOf = [...(bounded.allOf ?? []), charged({ not: charged({ enum: [...broken] }) })];
    }
    if (patternProperties !== undefined) {
      bounded.patternProperties = matchedIn(patternProperties, depth + 1);
    }
    return charged(bounded);
  };

  /** In a list of dependencies also names, which the library takes as they are. */
  const inner = (value: Json, depth: number) =>
    isJsonObject(value) ? schemaOf(value, depth) : value;

  const copyOf = (value: Json, kind: KeywordKind, depth: number): unknown => {
    switch (kind) {
      case 'schema':
      case 'schemas':
      case 'schema_or_schemas':
        return Array.isArray(value) ? value.map((one) => inner(one, depth)) : inner(value, depth);
      case 'schema_map':
      case 'dependencies':
        return isJsonObject(value) ? mapped(value, (one) => inner(one, depth)) : value;
      default:
        return value;
    }
  };

  const matchedIn = (patterns: Json, depth: number): Record<string, Schema | boolean> => {
    if (!isJsonObject(patterns)) throw new Error('patterns without schemas');
    const matched: Record<string, Schema | boolean> = {};
    for (const [place, [pattern, one]] of Object.entries(patterns).entries()) {
      const names = matching(pattern);
      if (names.length === 0) continue;
      matched[oneOfThese(names, place)] = isJsonObject(one) ? schemaOf(one, depth) : one === true;
    }
    return matched;
  };

  /** The library reads `$ref` once for each place of the document at which it looks with a schema. */
  const charged = (schema: Schema): Schema => {
    const { $ref } = schema;
    const steps = stepsOf(schema, words);
    return Object.defineProperty(schema, '$ref', {
      enumerable: false,
      get: () => {
        fuel.burn(steps);
        return $ref;
      },
    });
  };

  return schemaOf(written, 0);
}

function mapped(members: JsonObject, make: (one: Json) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).map(([name, one]) => [name, make(one)]));
}

/** A pattern for these names alone, which no other of the same schema repeats. */
function oneOfThese(names: readonly string[], place: number): string {
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return `^(?<p${place}>${escaped.join('|')})$`;
}

function remembered<Value>(make: (pattern: string) => Value): (pattern: string) => Value {
  const made = new Map<string, Value>();
  return (pattern) => {
    const known = made.get(pattern);
    if (known !== undefined) return known;
    const value = make(pattern);
    made.set(pattern, value);
    return value;
  };
}
