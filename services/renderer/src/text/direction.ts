import type { Direction } from '@laurel/core/language';
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** Stand-ins of two UTF-16 units for an astral character of a bidirectional class, which bidi-js reads by units. */
const TWO_UNITS: Readonly<Record<string, string>> = {
  R: '\u05d0\u05d0',
  AL: '\u0627\u0627',
  AN: '\u0660\u0660',
  EN: '11',
  NSM: '\u0300\u0300',
  BN: '\u00ad\u00ad',
  ON: '!!',
};

/** The embedding level of each UTF-16 unit (UAX #9), and that of the paragraph. */
export type Levels = { readonly levels: Uint8Array; readonly base: Direction };

/**
 * Resolves the directions of a paragraph. `auto` takes the direction of its first strong character
 * (UAX #9, P2 and P3), and `fallback` where it has none.
 */
export function levelsOf(text: string, base: Direction | 'auto', fallback: Direction): Levels {
  const units = text.replace(/[\u{10000}-\u{10ffff}]/gu, (character) => {
    return TWO_UNITS[bidi.getBidiCharTypeName(character)] ?? 'aa';
  });
  const direction = base === 'auto' ? (firstStrong(units) ?? fallback) : base;
  return { levels: bidi.getEmbeddingLevels(units, direction).levels, base: direction };
}

function firstStrong(units: string): Direction | null {
  let isolates = 0;
  for (const unit of units) {
    const type = bidi.getBidiCharTypeName(unit);
    if (type === 'LRI' || type === 'RLI' || type === 'FSI') isolates++;
    else if (type === 'PDI') isolates = Math.max(0, isolates - 1);
    else if (isolates > 0) continue;
    else if (type === 'L') return 'ltr';
    else if (type === 'R' || type === 'AL') return 'rtl';
  }
  return null;
}

/** Runs of one line from left to right, given in logical order (UAX #9, L2). */
export function inVisualOrder<Run extends { readonly level: number }>(
  runs: readonly Run[],
): readonly Run[] {
  const ordered = [...runs];
  const levels = runs.map(({ level }) => level);
  const lowestOdd = Math.min(...levels.map((level) => level | 1));
  for (let level = Math.max(...levels); level >= lowestOdd; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while (end < ordered.length && (ordered[end]?.level ?? -1) >= level) end++;
      if (end - start > 1)
        ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end - 1);
    }
  }
  return ordered;
}

/** Characters that steer directions and have no look of their own (UAX #9, Section 2). */
const STEERING = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]$/;

/** True for a character that is left out of what is drawn, as it only steers (UAX #9, X9). */
export function steersDirection(character: string): boolean {
  return STEERING.test(character);
}
