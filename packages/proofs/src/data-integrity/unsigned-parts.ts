import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import { faultInContext } from './inline-context.ts';
import { addressOfType, KNOWN_TERMS } from './known-terms.ts';
import { ownWordsOf, prefixOf } from './own-words.ts';

/** What of a document its signature would not hold, or would hold under any name. */
export type UnsignedPart =
  /** Names a context, or what one within the document gives a meaning to, that is not taken here. */
  | { readonly outcome: 'unknown_context'; readonly name: string }
  /** A JSON pointer, and what is wrong there. */
  | { readonly outcome: 'unsigned_part'; readonly at: string; readonly rule: string };

const RULES = {
  name: 'A member is called by a word of its contexts, and not by an address or a keyword.',
  nothing: 'A member that says nothing is left out, as no signature covers it.',
  label: 'What has no id is not given a label, as no signature covers it.',
  type: 'A type for which there is a word is called by it.',
  itself: 'What is said of the credential itself stands at its top.',
};

/** A text with a language or direction is the one object that keywords make (W3C VCDM 2.0, Section 11.1). */
const IN_TEXTS = ['@value', '@language', '@direction'];

/**
 * The first part of a document that a signature over RDF does not cover; null where there is none. Many
 * JSON documents say the same in RDF. What readers see must not differ among them: a credential that has an
 * end must not be one that calls it by another name, nor carry words that no signature covers. Nor may
 * an id be written with a word of the document's own for its beginning: it would read as somebody else's.
 *
 * @param around what a proof is of, whose contexts are its own.
 */
export function unsignedPartOf(document: JsonObject, around = document): UnsignedPart | null {
  return faultIn(document, '', { topId: document.id ?? null, own: ownWordsOf(around) });
}

type Whole = { readonly topId: Json; readonly own: ReadonlySet<string> };

function faultIn(value: Json, at: string, whole: Whole): UnsignedPart | null {
  const { topId, own } = whole;
  if (typeof value === 'string') {
    if (value.startsWith('_:')) return broken(at, 'label');
    const prefix = prefixOf(value);
    return prefix !== null && own.has(prefix) ? { outcome: 'unknown_context', name: prefix } : null;
  }
  if (Array.isArray(value)) {
    return firstOf(value.map((one, place) => () => faultIn(one, `${at}/${place}`, whole)));
  }
  if (!isJsonObject(value)) return null;
  if (at !== '' && topId !== null && value.id === topId) return broken(at, 'itself');
  const isText = IN_TEXTS.slice(1).some((keyword) => keyword in value);
  return firstOf(
    Object.entries(value).map(([name, member]) => () => {
      const there = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (name === '@context') return faultInContexts(member, own);
      if (name.includes(':') || (name.startsWith('@') && !(isText && IN_TEXTS.includes(name)))) {
        return broken(there, 'name');
      }
      if (name === 'type' && [member].flat().some(isKnownOtherwise)) return broken(there, 'type');
      return saysNothing(member) && !KNOWN_TERMS.names.has(name)
        ? broken(there, 'nothing')
        : faultIn(member, there, whole);
    }),
  );
}

/** Lists within lists are one set in RDF, from which `null` is left out (JSON-LD 1.1 API, Section 5.1.2). */
function saysNothing(member: Json): boolean {
  return member === null || (Array.isArray(member) && member.every(saysNothing));
}

function isKnownOtherwise(type: Json): boolean {
  return typeof type === 'string' && KNOWN_TERMS.namesOf.has(addressOfType(type));
}

function faultInContexts(contexts: Json, own: ReadonlySet<string>): UnsignedPart | null {
  const all = Array.isArray(contexts) ? contexts : [contexts];
  return firstOf(
    all.map((context) => () => {
      if (typeof context === 'string') return null;
      const inner = isJsonObject(context) ? wrappedIn(context) : undefined;
      if (inner !== undefined) return faultInContexts(inner, own);
      const name = isJsonObject(context) ? faultInContext(context, own) : JSON.stringify(context);
      return name === null ? null : { outcome: 'unknown_context', name };
    }),
  );
}

/** Processors read a context as it lies in a file of its own, with `@context` around it, as what is in it. */
function wrappedIn({ '@context': inner, ...others }: JsonObject): Json | undefined {
  return Object.keys(others).length === 0 ? inner : undefined;
}

function firstOf(looks: readonly (() => UnsignedPart | null)[]): UnsignedPart | null {
  for (const look of looks) {
    const fault = look();
    if (fault !== null) return fault;
  }
  return null;
}

function broken(at: string, rule: keyof typeof RULES): UnsignedPart {
  return { outcome: 'unsigned_part', at: at === '' ? '/' : at, rule: RULES[rule] };
}
