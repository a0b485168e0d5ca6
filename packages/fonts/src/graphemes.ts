import type { Script } from './families.ts';
import { SHARED_SCRIPT, scriptOf } from './scripts.ts';

/** A user-perceived character (UAX #29), by indices of UTF-16 units, and the script that it is set in. */
export type Grapheme = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly script: Script;
};

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

const OPENING = /^[\p{Ps}\p{Pi}]/u;
const CLOSING = /^[\p{Pe}\p{Pf}]/u;

/**
 * A text in graphemes. One without a script of its own takes that of the text before it, else of the
 * text after it; a closing bracket takes that of its opening one (UAX #24, Section 5.2).
 */
export function graphemesOf(text: string): readonly Grapheme[] {
  const segments = [...segmenter.segment(text)].map(({ segment, index }) => ({
    text: segment,
    start: index,
    end: index + segment.length,
    script: ownScript(segment),
  }));
  let current = segments.find(({ script }) => script !== SHARED_SCRIPT)?.script ?? 'Latn';
  const open: Script[] = [];
  return segments.map((segment) => {
    if (segment.script !== SHARED_SCRIPT) current = segment.script;
    if (OPENING.test(segment.text)) open.push(current);
    const closed = CLOSING.test(segment.text) ? open.pop() : undefined;
    return { ...segment, script: closed ?? current };
  });
}

function ownScript(grapheme: string): Script {
  for (const character of grapheme) {
    const script = scriptOf(character);
    if (script !== SHARED_SCRIPT) return script;
  }
  return SHARED_SCRIPT;
}
