import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import { kindOf, type Leaf, type LeafKind } from './leaf.ts';
import { OF_WORDS, type Shape } from './shape.ts';

/** What no document of ours says. A shape that does is not made, so that each sentinel is found where it was put. */
export const MARK = 'zq-laurel-leaf-';

const FIRST_NUMBER = 1_900_000_000;

const SENTINELS: Readonly<Record<LeafKind, (place: number) => Leaf>> = {
  text: (place) => `${MARK}${place}`,
  iri: (place) => `https://${MARK}${place}.invalid/`,
  did: (place) => `did:web:${MARK}${place}`,
  urn: (place) => `urn:uuid:${MARK}${place}`,
  integer: (place) => FIRST_NUMBER + place,
  double: (place) => FIRST_NUMBER + place + 0.5,
};

/** A leaf of the kind of another that nothing else is, by its place among all of a document. */
export function sentinelFor(leaf: Leaf, place: number): Leaf {
  const kind = kindOf(leaf);
  if (kind === null) throw new Error('a leaf that no shape has');
  return SENTINELS[kind](place);
}

/** A document of the same shape whose leaves can be told from one another. */
export function withSentinels(document: JsonObject, { leaves }: Shape): JsonObject {
  let place = 0;
  const replaced = (value: Json): Json => {
    if (typeof value === 'string' || typeof value === 'number') {
      place += 1;
      return sentinelFor(leaves[place - 1] ?? value, place - 1);
    }
    if (Array.isArray(value)) return value.map(replaced);
    return isJsonObject(value) ? replacedIn(value) : value;
  };
  const replacedIn = (object: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(object).map(([name, member]) => [
        name,
        OF_WORDS.has(name) ? member : replaced(member),
      ]),
    );
  return replacedIn(document);
}
