import { PROPERTIES } from './svg-names.ts';

/** Functions of values that stay within the picture; `url` is looked at by itself. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'matrix', 'translate', 'translatex', 'translatey', 'scale'],
  ...['scalex', 'scaley', 'rotate', 'skewx', 'skewy'],
]);

const LOCAL_URL = /url\(\s*(["']?)#[\w:.-]+\1\s*\)/giu;
const COMMENT = /\/\*[\s\S]*?\*\//g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const SELECTORS = /^[\w\s.#,>*-]+$/u;

/** True for a value that names nothing outside the file and hides nothing behind an escape. */
export function isSafeValue(value: string): boolean {
  const rest = value.replaceAll(LOCAL_URL, '');
  if (/[\\@<>{};]|\/\*|:\s*\/|(?:java|vb)script|data\s*:/iu.test(rest)) return false;
  return [...rest.matchAll(/([\w-]*)\s*\(/gu)].every(([, name = '']) =>
    FUNCTIONS.has(name.toLowerCase()),
  );
}

/**
 * Declarations of style with those properties alone that draw; null where one of them, known or not,
 * is not safe.
 */
export function safeDeclarations(style: string): string | null {
  const kept: string[] = [];
  for (const declaration of style.replaceAll(COMMENT, '').split(';')) {
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
  const bare = css.replaceAll(COMMENT, '');
  if (bare.replaceAll(RULE, '').trim() !== '') return null;
  const rules: string[] = [];
  for (const [, selectors = '', style = ''] of bare.matchAll(RULE)) {
    const declarations = safeDeclarations(style);
    if (declarations === null || !SELECTORS.test(selectors)) return null;
    if (declarations !== '') rules.push(`${selectors.trim()}{${declarations}}`);
  }
  return rules.join('');
}
