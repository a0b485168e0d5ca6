import { isJsonObject, type Json } from '@laurel/core/json';

export type Mutation = { readonly at: string; readonly mutated: Json };

/**
 * Copies of a document, each with one leaf changed and nothing else: another letter, more at its end,
 * another type, another place in an array, nothing at all.
 */
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
  return changesOf(document).map((mutated) => ({
    at: `${at} → ${JSON.stringify(mutated)}`,
    mutated,
  }));
}

function changesOf(leaf: Json): readonly Json[] {
  const other = [null, [leaf], { '@value': leaf }];
  if (typeof leaf === 'boolean') return [!leaf, String(leaf), ...other];
  if (typeof leaf === 'number') return [leaf + 1, String(leaf), ...other];
  if (typeof leaf !== 'string') return ['something', [leaf]];
  const last = leaf.at(-1) ?? '';
  const changed = `${leaf.slice(0, -1)}${last === 'a' ? 'b' : 'a'}`;
  return [changed, `${leaf} `, `${leaf}\n`, ` ${leaf}`, '', ...other];
}
