import type { Ask } from './ask.ts';

/** Something that holds of the databases at any moment, whatever is being done or was cut off. */
export type Invariant = {
  /** As it is told, such as `place-used-once`. */
  readonly name: string;
  /** What holds, in words. */
  readonly sentence: string;
  /** The ids of whatever breaks it, never a name or an account. Reads in pages. */
  readonly breaches: (ask: Ask) => AsyncIterable<string>;
};
