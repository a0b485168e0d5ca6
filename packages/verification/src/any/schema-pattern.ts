import { RE2JS } from 're2js';
import type { Fuel } from './fuel.ts';

/** Those of schemas are shorter; what unfolds when it is compiled is bounded by the library. */
const MAX_PATTERN_LENGTH = 1_000;

/** What compiling one takes, and how many states of it are tried on a letter in the time of one step. */
const STEPS_TO_COMPILE = 1_000;
const STATES_IN_A_STEP = 100;

/** Spaces and ends of lines that the two dialects do not both count as such. */
const EXOTIC_SPACE = /[\v\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/**
 * What tells which texts a schema's pattern is found in. RE2 never goes back in a text, so that no pattern
 * takes longer than its own size times that of the text. What it cannot say (lookahead, back references)
 * is given up on, as is a text in which it would read `.` or `\s` otherwise than ECMAScript.
 */
export function patternMatcher(pattern: string, fuel: Fuel): (text: string) => boolean {
  if (pattern.length > MAX_PATTERN_LENGTH) fuel.giveUp();
  fuel.burn(STEPS_TO_COMPILE);
  const compiled = compiledOf(pattern, fuel);
  const isDialectal = /\.|\\s/i.test(pattern);
  return (text) => {
    if (isDialectal && EXOTIC_SPACE.test(text)) fuel.giveUp();
    fuel.burn(1 + Math.ceil((compiled.programSize() * text.length) / STATES_IN_A_STEP));
    return compiled.test(text);
  };
}

function compiledOf(pattern: string, fuel: Fuel): RE2JS {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern));
  } catch {
    return fuel.giveUp();
  }
}
