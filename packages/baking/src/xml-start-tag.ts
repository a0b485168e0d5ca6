import { ok, type Result, refuse } from '@laurel/core/result';
import { unescapedXml } from './xml-references.ts';

/** More than any drawing program writes on one element; it bounds the memory of a hostile file. */
const MAX_ATTRIBUTES = 500;

const NAME = /[^\s<>/="'&!?]{1,200}/y;
const SPACE = /\s/;

export type StartTag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly empty: boolean;
  /** Just behind the tag, in UTF-16 units. */
  readonly end: number;
};

/** The start tag whose `<` stands at `start` (XML 1.0, Section 3.1). A refusal is an English sentence. */
export function startTagAt(xml: string, start: number): Result<StartTag, string> {
  const broken = refuse(`The tag at character ${start} is not well formed.`);
  const name = nameAt(xml, start + 1);
  if (name === null) return broken;
  const attributes = new Map<string, string>();
  let at = start + 1 + name.length;
  for (;;) {
    const next = afterSpace(xml, at);
    if (xml[next] === '>') return ok({ name, attributes, empty: false, end: next + 1 });
    if (xml.startsWith('/>', next)) return ok({ name, attributes, empty: true, end: next + 2 });
    if (next === at || attributes.size >= MAX_ATTRIBUTES) return broken;
    const key = nameAt(xml, next);
    if (key === null || attributes.has(key)) return broken;
    const equals = afterSpace(xml, next + key.length);
    const open = afterSpace(xml, equals + 1);
    const quote = xml[open];
    if (xml[equals] !== '=' || (quote !== '"' && quote !== "'")) return broken;
    const close = xml.indexOf(quote, open + 1);
    if (close < 0) return broken;
    const raw = xml.slice(open + 1, close);
    const value = raw.includes('<') ? null : unescapedXml(raw);
    if (value === null) return broken;
    attributes.set(key, value);
    at = close + 1;
  }
}

function nameAt(xml: string, at: number): string | null {
  NAME.lastIndex = at;
  return NAME.exec(xml)?.[0] ?? null;
}

function afterSpace(xml: string, from: number): number {
  let at = from;
  while (at < xml.length && SPACE.test(xml.charAt(at))) at++;
  return at;
}
