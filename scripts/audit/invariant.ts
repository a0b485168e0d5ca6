import type { Ask, Databases } from './ask.ts';

/** Something that holds of the databases at any moment, whatever is being done or was cut off. */
export type Invariant = {
  /** As it is told, such as `place-used-once`. */
  readonly name: string;
  /** What holds, in words. */
  readonly sentence: string;
  /** The ids of whatever breaks it, never a name or an account. Reads in pages. */
  readonly breaches: (databases: Databases) => AsyncIterable<string>;
};

/** The same of each database of PUBLIC: by it alone, or beside PRIVATE. */
export type OfEachPublic = Omit<Invariant, 'breaches'> & {
  /** `PUBLIC` is the one that is looked at, whatever its number. */
  readonly breaches: (ask: Ask) => AsyncIterable<string>;
};

/** Looks at each of them. An id says which one it was, where there are several. */
export function inEachPublic({ name, sentence, breaches }: OfEachPublic): Invariant {
  return {
    name,
    sentence,
    breaches: async function* ({ ask, publicStores }) {
      for (const here of publicStores) {
        const asked: Ask = (store, sql) => ask(store === 'PUBLIC' ? here : store, sql);
        for await (const id of breaches(asked)) {
          yield publicStores.length === 1 ? id : `${here} ${id}`;
        }
      }
    },
  };
}
