import { type OutputUnit, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import { boundedSchema } from './bounded-schema.ts';
import { wordsOf } from './document-words.ts';
import type { Fuel } from './fuel.ts';

export type Conformance =
  | { readonly finding: 'conforms' | 'too_complex' | 'unreadable' }
  /** Where in the document, as a JSON Pointer (RFC 6901). */
  | { readonly finding: 'violates'; readonly at: string };

/** Whether a document is as a stranger's schema wants it, found out with the fuel that there is. */
export function conformanceOf(
  document: JsonObject,
  schema: Json,
  draft: SchemaDraft,
  fuel: Fuel,
): Conformance {
  if (schema === true) return { finding: 'conforms' };
  if (schema === false) return { finding: 'violates', at: '/' };
  if (!isJsonObject(schema)) return { finding: 'unreadable' };
  try {
    const bounded = boundedSchema(schema, wordsOf(document), fuel);
    const { valid, errors } = new Validator(bounded, draft).validate(document);
    return valid ? { finding: 'conforms' } : { finding: 'violates', at: deepest(errors) };
  } catch (error) {
    // A schema that leads to itself at one place runs out of stack before it runs out of fuel.
    const isEndless = fuel.isSpent() || error instanceof RangeError;
    return { finding: isEndless ? 'too_complex' : 'unreadable' };
  }
}

/** The library names every place on the way to what is wrong, as fragments of a URI. */
function deepest(errors: readonly OutputUnit[]): string {
  const places = errors.map(({ instanceLocation }) => instanceLocation.replace(/^#/, ''));
  const depthOf = (place: string) => place.split('/').length;
  const place = places.reduce((one, other) => (depthOf(other) > depthOf(one) ? other : one), '');
  return place === '' ? '/' : decoded(place);
}

function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}
