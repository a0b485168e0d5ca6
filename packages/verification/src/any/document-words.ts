import type { JsonObject } from '@laurel/core/json';

/** All that a document can have a schema do work on. */
export type DocumentWords = {
  /** Its strings, each once: values and names of members. */
  readonly strings: readonly string[];
  readonly names: readonly string[];
  readonly longestString: number;
  readonly longestArray: number;
  /** The most members that an object of it has. */
  readonly mostMembers: number;
};

/** Gathers them without recursion. */
export function wordsOf(document: JsonObject): DocumentWords {
  const strings = new Set<string>();
  const names = new Set<string>();
  let longestArray = 0;
  let mostMembers = 0;
  const open: unknown[] = [document];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') strings.add(value);
    if (typeof value !== 'object' || value === null) continue;
    const members = Object.values(value);
    if (Array.isArray(value)) longestArray = Math.max(longestArray, members.length);
    else {
      mostMembers = Math.max(mostMembers, members.length);
      for (const name of Object.keys(value)) names.add(name);
    }
    open.push(...members);
  }
  const all = [...new Set([...strings, ...names])];
  return {
    strings: all,
    names: [...names],
    longestString: all.reduce((most, { length }) => Math.max(most, length), 0),
    longestArray,
    mostMembers,
  };
}
