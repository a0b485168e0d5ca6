import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { addressOf, KNOWN_TERMS } from './known-terms.ts';
import { prefixOf } from './own-words.ts';

/** What may stand in a definition: nothing that makes a member, or a part of it, say nothing in RDF. */
const IN_DEFINITIONS = ['@id', '@type', '@container', '@language', '@direction', '@protected'];
const IN_CONTEXTS = ['@version', '@protected', '@language', '@direction', '@vocab'];

/** Statements repeat the address of each word that they use. */
const MAX_ADDRESS_LETTERS = 500;
const CONTAINERS = ['@set', '@list', '@language'];

/**
 * The first thing in a context within a document (W3C VCDM 2.0, Section 4.3, allows them) that is not
 * taken here; null where there is none. No signature covers a context: whoever adds one could give a second
 * name to a word that is known, such as the one for when a credential ends, and write it under that name. So
 * new names for new things are taken, and nothing else. A prefix is one of the same context or none.
 *
 * @param own the words that any context within the document defines.
 */
export function faultInContext(context: JsonObject, own: ReadonlySet<string>): string | null {
  for (const [name, definition] of Object.entries(context)) {
    if (hasLongText(definition)) return name;
    const isFine =
      name === '@vocab'
        ? isNewVocabulary(definition)
        : name.startsWith('@')
          ? IN_CONTEXTS.includes(name)
          : isNewTerm(name, definition, context) && !isOfElsewhere(definition, context, own);
    if (!isFine) return name;
  }
  return null;
}

function hasLongText(definition: unknown): boolean {
  const parts = isJsonObject(definition) ? Object.values(definition) : [definition];
  return parts.some((part) => typeof part === 'string' && part.length > MAX_ADDRESS_LETTERS);
}

function isNewTerm(name: string, definition: unknown, context: JsonObject): boolean {
  const address = addressOf(definition, context);
  if (address === null || !/^[a-z][a-z0-9+.-]*:/i.test(address)) return false;
  const known = KNOWN_TERMS.namesOf.get(address);
  if (known !== undefined && !known.has(name)) return false;
  if (!isJsonObject(definition)) return true;
  const containers = [definition['@container'] ?? []].flat();
  return (
    Object.keys(definition).every((member) => IN_DEFINITIONS.includes(member)) &&
    containers.every((one) => CONTAINERS.some((container) => container === one))
  );
}

/** True of an address that begins with a word whose meaning stands in another context. */
function isOfElsewhere(
  definition: unknown,
  context: JsonObject,
  own: ReadonlySet<string>,
): boolean {
  const prefix = prefixOf(addressOf(definition, context) ?? '');
  return prefix !== null && (own.has(prefix) || KNOWN_TERMS.names.has(prefix));
}

/** A vocabulary of its own, with which no name can spell the address of a word that is known. */
function isNewVocabulary(vocabulary: unknown): boolean {
  return (
    typeof vocabulary === 'string' &&
    /^https?:\/\/[^/]+\/.*[/#]$/.test(vocabulary) &&
    ![...KNOWN_TERMS.namesOf.keys()].some((address) => address.startsWith(vocabulary))
  );
}
