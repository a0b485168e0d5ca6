import { ok, type Result, refuse } from '@laurel/core/result';
import { unescapedXml } from './xml-references.ts';
import { startTagAt } from './xml-start-tag.ts';

/** What a document is made of, in its order. Comments and processing instructions are left out. */
export type XmlToken =
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly empty: boolean;
      /** Just behind the tag, in UTF-16 units. */
      readonly end: number;
    }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const CDATA_OPEN = '<![CDATA[';
const CDATA_CLOSE = ']]>';
const SECTIONS = [
  { open: '<!--', close: '-->' },
  { open: CDATA_OPEN, close: CDATA_CLOSE },
  { open: '<?', close: '?>' },
  { open: '<!DOCTYPE', close: '>' },
] as const;

/**
 * The tokens of an XML document (XML 1.0, Section 2), in time linear in its length. Knows the five
 * predefined entities and character references; refuses any other, and a document type that declares
 * something. The first refusal, an English sentence, is the last token.
 */
export function* xmlTokens(xml: string): Generator<Result<XmlToken, string>, void> {
  let at = 0;
  while (at < xml.length) {
    const read = tokenAt(xml, at);
    if (!read.ok) return yield read;
    if (read.value.token !== null) yield ok(read.value.token);
    at = read.value.end;
  }
}

type Read = { readonly token: XmlToken | null; readonly end: number };

function tokenAt(xml: string, at: number): Result<Read, string> {
  if (xml[at] !== '<') return textAt(xml, at);
  const section = SECTIONS.find(({ open }) => xml.startsWith(open, at));
  if (section !== undefined) return sectionAt(xml, at, section);
  if (xml[at + 1] === '/') return endTagAt(xml, at);
  const tag = startTagAt(xml, at);
  return tag.ok ? ok({ token: { kind: 'start', ...tag.value }, end: tag.value.end }) : tag;
}

function textAt(xml: string, at: number): Result<Read, string> {
  const next = xml.indexOf('<', at);
  const end = next < 0 ? xml.length : next;
  const text = unescapedXml(xml.slice(at, end));
  if (text === null) return refuse(`The text at character ${at} has an unknown entity.`);
  return ok({ token: { kind: 'text', text }, end });
}

function sectionAt(
  xml: string,
  at: number,
  { open, close }: (typeof SECTIONS)[number],
): Result<Read, string> {
  const content = at + open.length;
  const closed = xml.indexOf(close, content);
  if (closed < 0) return refuse(`What begins at character ${at} does not end.`);
  const end = closed + close.length;
  const text = xml.slice(content, closed);
  // An internal subset is the only place where an entity can be declared.
  if (open === '<!DOCTYPE' && text.includes('[')) {
    return refuse('The document type declares something; that is not read.');
  }
  return ok({ token: open === CDATA_OPEN ? { kind: 'text', text } : null, end });
}

function endTagAt(xml: string, at: number): Result<Read, string> {
  const closed = xml.indexOf('>', at);
  if (closed < 0) return refuse(`What begins at character ${at} does not end.`);
  return ok({ token: { kind: 'end', name: xml.slice(at + 2, closed).trimEnd() }, end: closed + 1 });
}
