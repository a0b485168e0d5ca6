import { PROPERTIES } from './svg-names.ts';

/** Functions of values that stay within the picture; `url` is looked at by itself. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'matrix', 'translate', 'translatex', 'translatey', 'scale'],
  ...['scalex', 'scaley', 'rotate', 'skewx', 'skewy'],
]);

const LOCAL_URL = /url\(\s*(["']?)#[\w:.-]+\1\s*\)/giu;
const SELECTORS = /^[\w\s.#,>*-]+$/u;
/** No function of values has a longer name. */
const MAX_FUNCTION_LENGTH = 16;

/** True for a value that names nothing outside the file and hides nothing behind an escape. */
export function isSafeValue(value: string): boolean {
  const rest = value.replaceAll(LOCAL_URL, '');
  if (/[\\@<>{};]|\/\*|:\s*\/|(?:java|vb)script|data\s*:/iu.test(rest)) return false;
  return functionsIn(rest).every((name) => FUNCTIONS.has(name));
}

/**
 * Declarations of style with those properties alone that draw; null where one of them, known or not,
 * is not safe.
 */
export function safeDeclarations(style: string): string | null {
  const kept: string[] = [];
  for (const declaration of withoutComments(style).split(';')) {
    if (declaration.trim() === '') continue;
    const [property = '', ...rest] = declaration.split(':');
    const value = rest.join(':').trim();
    if (!isSafeValue(value) || !/^[\w-]+$/u.test(property.trim())) return null;
    const name = property.trim().toLowerCase();
    if (PROPERTIES.has(name)) kept.push(`${name}:${value}`);
  }
  return kept.join(';');
}

/** A style sheet of plain rules; null where it has anything else, such as `@import`. */
export function safeStyleSheet(css: string): string | null {
  const rules: string[] = [];
  for (const [selectors, style] of rulesOf(withoutComments(css))) {
    const declarations = style === null ? null : safeDeclarations(style);
    if (declarations === null || !SELECTORS.test(selectors)) return null;
    if (declarations !== '') rules.push(`${selectors.trim()}{${declarations}}`);
  }
  return rules.join('');
}

/**
 * The rules of a style sheet; a style of null for what is none. Read by splitting, not by one expression,
 * which would take time that grows with the square of a hostile sheet’s length.
 */
export function rulesOf(
  css: string,
): readonly (readonly [selectors: string, style: string | null])[] {
  const parts = css.split('}');
  const rest = parts.pop() ?? '';
  const rules = parts.map((part): readonly [string, string | null] => {
    const [selectors = '', style, ...more] = part.split('{');
    return [selectors, style === undefined || more.length > 0 ? null : style];
  });
  return rest.trim() === '' ? rules : [...rules, [rest, null]];
}

/** The names before each parenthesis, in lower case; the empty one where there is none. */
function functionsIn(value: string): readonly string[] {
  return value
    .split('(')
    .slice(0, -1)
    .map((before) => /[\w-]*$/u.exec(before.slice(-MAX_FUNCTION_LENGTH))?.[0].toLowerCase() ?? '');
}

/** A comment that does not end stays, and is not safe. */
function withoutComments(css: string): string {
  const [first = '', ...others] = css.split('/*');
  return others.reduce((before, part) => {
    const end = part.indexOf('*/');
    return `${before}${end === -1 ? `/*${part}` : part.slice(end + 2)}`;
  }, first);
}
