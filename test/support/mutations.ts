import { isJsonObject, type Json } from '@laurel/core/json';

export type Mutation = { readonly at: string; readonly mutated: Json };

/** One copy of a document for each of its leaves, with that leaf changed and nothing else. */
export function mutationsOf(document: Json, at = ''): readonly Mutation[] {
  if (Array.isArray(document)) {
    return document.flatMap((value, place) =>
      mutationsOf(value, `${at}/${place}`).map(({ at, mutated }) => ({
        at,
        mutated: document.with(place, mutated),
      })),
    );
  }
  if (isJsonObject(document)) {
    return Object.entries(document).flatMap(([name, value]) =>
      mutationsOf(value, `${at}/${name}`).map(({ at, mutated }) => ({
        at,
        mutated: { ...document, [name]: mutated },
      })),
    );
  }
  return [{ at, mutated: changed(document) }];
}

function changed(leaf: Json): Json {
  if (typeof leaf === 'boolean') return !leaf;
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf !== 'string') return 'something';
  const last = leaf.at(-1) ?? '';
  return `${leaf.slice(0, -1)}${last === 'a' ? 'b' : 'a'}`;
}
