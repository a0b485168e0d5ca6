import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';

/** A JSON value, or `undefined` where there is none, with where it stands (JSON Pointer, RFC 6901). */
export type Place = { readonly value: unknown; readonly pointer: string };

/** A rule of a data model: what a document breaks of it. */
export type Rule = (document: Place) => readonly Issue[];

/** The place of a member of an object, also where there is no such member. */
export function memberOf({ value, pointer }: Place, name: string): Place {
  const step = name.replaceAll('~', '~0').replaceAll('/', '~1');
  return { value: isJsonObject(value) ? value[name] : undefined, pointer: `${pointer}/${step}` };
}

/** What stands in a place that may hold one or several: nothing, the one, or the items of the list. */
export function itemsOf(place: Place): readonly Place[] {
  const { value, pointer } = place;
  if (value === undefined) return [];
  return Array.isArray(value)
    ? value.map((item, index) => ({ value: item, pointer: `${pointer}/${index}` }))
    : [place];
}

/** That a rule is broken at a place; `detail` is a sentence. */
export function broken({ pointer }: Place, detail: string): Issue {
  return { pointer, detail };
}

/** Nothing, or what is wrong with a member that may be left out. */
export function unless(place: Place, holds: boolean, detail: string): readonly Issue[] {
  return place.value === undefined || holds ? [] : [broken(place, detail)];
}
