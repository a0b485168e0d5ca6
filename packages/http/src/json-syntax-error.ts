/** Where a text stops being JSON: the offset in UTF-16 units, and for people line and column from 1. */
export type JsonSyntaxError = {
  readonly position: number;
  readonly line: number;
  readonly column: number;
};

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * The first token that RFC 8259 does not allow; null where the whole text is JSON. The platform's own
 * message names a position only sometimes, and quotes the text, which may hold somebody's name.
 */
export function jsonSyntaxError(text: string): JsonSyntaxError | null {
  const open: string[] = [];
  let wanted: 'value' | 'value-or-close' | 'name' | 'name-or-close' | 'colon' | 'after' = 'value';
  let position = 0;
  for (;;) {
    SPACE.lastIndex = position;
    SPACE.exec(text);
    const start = SPACE.lastIndex;
    if (wanted === 'after' && open.length === 0) {
      return start === text.length ? null : located(text, start);
    }
    const token = tokenAt(text, start);
    if (token === null) return located(text, start);
    position = token.end;

    const { punctuation } = token;
    const inObject = open.at(-1) === '{';
    const wantsValue = wanted === 'value' || wanted === 'value-or-close';
    const wantsName = wanted === 'name' || wanted === 'name-or-close';
    if (punctuation === undefined) {
      if (wantsName && text[start] === '"') wanted = 'colon';
      else if (wantsValue) wanted = 'after';
      else return located(text, start);
    } else if ((punctuation === '{' || punctuation === '[') && wantsValue) {
      open.push(punctuation);
      wanted = punctuation === '{' ? 'name-or-close' : 'value-or-close';
    } else if (punctuation === (inObject ? '}' : ']') && closes(wanted)) {
      open.pop();
      wanted = 'after';
    } else if (punctuation === ',' && wanted === 'after') {
      wanted = inObject ? 'name' : 'value';
    } else if (punctuation === ':' && wanted === 'colon') {
      wanted = 'value';
    } else {
      return located(text, start);
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

function located(text: string, position: number): JsonSyntaxError {
  const before = text.slice(0, position).split('\n');
  return { position, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
