import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';

/**
 * The words to which the contexts within a document give a meaning, at whatever depth, and `@vocab` where
 * they give one to all others. No signature over RDF holds these words, only what they stand for.
 */
export function ownWordsOf(document: JsonObject): ReadonlySet<string> {
  const words = new Set<string>();
  collect(document, words);
  return words;
}

/** The word by which an address may begin in place of what it stands for; null where there is none (JSON-LD 1.1, Section 4.1.5). */
export function prefixOf(text: string): string | null {
  const [prefix = '', ...rest] = text.split(':');
  return rest.length === 0 || rest[0]?.startsWith('//') ? null : prefix;
}

function collect(value: Json, words: Set<string>): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, words);
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (name === '@context') collectDefined(member, words);
      else collect(member, words);
    }
  }
}

function collectDefined(context: Json, words: Set<string>): void {
  if (Array.isArray(context)) {
    for (const one of context) collectDefined(one, words);
  } else if (isJsonObject(context)) {
    for (const [name, definition] of Object.entries(context)) {
      if (name === '@context') collectDefined(definition, words);
      else if (name === '@vocab' || !name.startsWith('@')) words.add(name);
    }
  }
}
