/** Where a text is not JSON as we read it. Offset in UTF-16 units; line and column from 1, for people. */
export type JsonMistake = {
  /**
   * `repeated_member`: an object says one name twice, and readers differ in which they believe.
   * `prototype_member`: a member is named `__proto__`, which some readers take for more than a name.
   */
  readonly kind: 'syntax' | 'repeated_member' | 'prototype_member';
  readonly position: number;
  readonly line: number;
  readonly column: number;
};

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * The first token that JSON does not allow (RFC 8259), or that repeats a member's name (RFC 7493,
 * Section 2.3) or is no name for one; null where there is none. The platform's own message names a
 * position only sometimes, and quotes the text, which may hold somebody's name.
 */
export function jsonMistake(text: string): JsonMistake | null {
  /** Null for an array, the names so far for an object. */
  const open: (Set<string> | null)[] = [];
  let wanted: 'value' | 'value-or-close' | 'name' | 'name-or-close' | 'colon' | 'after' = 'value';
  let position = 0;
  for (;;) {
    SPACE.lastIndex = position;
    SPACE.exec(text);
    const start = SPACE.lastIndex;
    if (wanted === 'after' && open.length === 0) {
      return start === text.length ? null : located('syntax', text, start);
    }
    const token = tokenAt(text, start);
    if (token === null) return located('syntax', text, start);
    position = token.end;

    const { punctuation } = token;
    const names = open.at(-1) ?? null;
    const wantsValue = wanted === 'value' || wanted === 'value-or-close';
    const wantsName = wanted === 'name' || wanted === 'name-or-close';
    if (punctuation === undefined) {
      if (wantsName && names !== null && text[start] === '"') {
        const name: string = JSON.parse(text.slice(start, token.end));
        if (names.has(name)) return located('repeated_member', text, start);
        if (name === '__proto__') return located('prototype_member', text, start);
        names.add(name);
        wanted = 'colon';
      } else if (wantsValue) wanted = 'after';
      else return located('syntax', text, start);
    } else if ((punctuation === '{' || punctuation === '[') && wantsValue) {
      open.push(punctuation === '{' ? new Set() : null);
      wanted = punctuation === '{' ? 'name-or-close' : 'value-or-close';
    } else if (punctuation === (names === null ? ']' : '}') && closes(wanted)) {
      open.pop();
      wanted = 'after';
    } else if (punctuation === ',' && wanted === 'after') {
      wanted = names === null ? 'value' : 'name';
    } else if (punctuation === ':' && wanted === 'colon') {
      wanted = 'value';
    } else {
      return located('syntax', text, start);
    }
  }
}

type Token = { readonly end: number; readonly punctuation?: string };

function tokenAt(text: string, start: number): Token | null {
  const first = text[start] ?? '';
  if (first !== '' && '{}[],:'.includes(first)) return { end: start + 1, punctuation: first };
  if (first === '"') {
    const end = endOfString(text, start + 1);
    return end === null ? null : { end };
  }
  SCALAR.lastIndex = start;
  return SCALAR.test(text) ? { end: SCALAR.lastIndex } : null;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** By hand, as a regular expression would keep one way back per letter of a string of megabytes. */
function endOfString(text: string, start: number): number | null {
  let position = start;
  while (position < text.length) {
    const letter = text[position] ?? '';
    if (letter === '"') return position + 1;
    if (letter < ' ') return null;
    if (letter === '\\') {
      ESCAPE.lastIndex = position;
      if (!ESCAPE.test(text)) return null;
      position = ESCAPE.lastIndex;
    } else {
      position += 1;
    }
  }
  return null;
}

function closes(wanted: string): boolean {
  return wanted === 'after' || wanted === 'name-or-close' || wanted === 'value-or-close';
}

function located(kind: JsonMistake['kind'], text: string, position: number): JsonMistake {
  const before = text.slice(0, position).split('\n');
  return { kind, position, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
