import { credentialIdIn } from '@laurel/core/addresses';
import { placeOf } from '../words.ts';

/** The words of a letter, by what they are of. */
export type LetterZones = {
  /** One for each address, in their order: what stands from the end of the one before to its own; null where it is not printed. */
  readonly entries: readonly (readonly string[] | null)[];
  /** What stands behind the last. */
  readonly rest: readonly string[];
  /** Addresses of ours of which nothing is attached. */
  readonly strange: readonly string[];
};

type Surroundings = {
  readonly origin: string;
  /** The addresses of all that is attached, whether or not it can be compared. */
  readonly attached: readonly string[];
};

/** Parts a letter by the addresses in which its credentials end. An address that is said again parts nothing. */
export function zonesOf(
  words: readonly string[],
  addresses: readonly string[],
  { origin, attached }: Surroundings,
): LetterZones {
  const places = addresses.map((address) => placeOf(address, words));
  const ends = places.flatMap((place) => place?.end ?? []).sort((one, other) => one - other);
  return {
    entries: places.map((place) => {
      if (place === null) return null;
      const start = Math.max(0, ...ends.filter((end) => end < place.end));
      return words.slice(start, place.end);
    }),
    rest: words.slice(Math.max(0, ...ends)),
    strange: strangeIn(words, places, { origin, attached }),
  };
}

function strangeIn(
  words: readonly string[],
  places: readonly ({ readonly start: number; readonly end: number } | null)[],
  { origin, attached }: Surroundings,
): readonly string[] {
  const prefix = `${origin}/c/`;
  const isOwn = (at: number) =>
    places.some((place) => place !== null && at >= place.start && at < place.end);
  const strange = words.flatMap((word, at) => {
    const start = word.indexOf(prefix);
    if (start < 0 || isOwn(at)) return [];
    const written = [word, `${word}${words[at + 1] ?? ''}`].map((one) => one.slice(start));
    return written.find((one) => credentialIdIn(origin, one) !== null) ?? word.slice(start);
  });
  return [...new Set(strange)].filter((one) => !attached.includes(one));
}
