import { isJsonObject } from '@laurel/core/json';
import { KNOWN_CONTEXTS } from '../known-contexts.ts';
import { prefixOf } from './own-words.ts';

/** The words of all contexts that are kept here, and what each address that they stand for is called. */
export const KNOWN_TERMS = collected();

type Terms = {
  readonly names: ReadonlySet<string>;
  /** Every name under which an address is known. */
  readonly namesOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every address that a name is known to stand for. */
  readonly addressesOf: ReadonlyMap<string, ReadonlySet<string>>;
};

function collected(): Terms {
  const names = new Set<string>();
  const namesOf = new Map<string, Set<string>>();
  const addressesOf = new Map<string, Set<string>>();
  const collect = (context: unknown, around: Readonly<Record<string, unknown>>): void => {
    if (Array.isArray(context)) for (const one of context) collect(one, around);
    if (!isJsonObject(context)) return;
    const defined = { ...around, ...context };
    for (const [name, definition] of Object.entries(context)) {
      if (name.startsWith('@')) continue;
      names.add(name);
      const address = addressOf(definition, defined);
      if (address !== null) {
        namesOf.set(address, (namesOf.get(address) ?? new Set()).add(name));
        addressesOf.set(name, (addressesOf.get(name) ?? new Set()).add(address));
      }
      if (isJsonObject(definition)) collect(definition['@context'], defined);
    }
  };
  for (const document of KNOWN_CONTEXTS.values()) {
    if (isJsonObject(document)) collect(document['@context'], {});
  }
  return { names, namesOf, addressesOf };
}

/** The address that a type spells, in full or with a prefix of a context that is kept here; else the type as it is. */
export function addressOfType(type: string): string {
  const prefix = prefixOf(type);
  if (prefix === null) return type;
  const suffix = type.slice(prefix.length + 1);
  const addresses = [...(KNOWN_TERMS.addressesOf.get(prefix) ?? [])].map((one) => one + suffix);
  return addresses.find((address) => KNOWN_TERMS.namesOf.has(address)) ?? type;
}

/**
 * The address that a definition gives to a term, with a prefix that stands among the same definitions
 * written out (JSON-LD 1.1, Section 4.1.5). Null for a keyword and for what is no address.
 */
export function addressOf(
  definition: unknown,
  defined: Readonly<Record<string, unknown>>,
): string | null {
  const id = isJsonObject(definition) ? definition['@id'] : definition;
  if (typeof id !== 'string') return null;
  const [prefix = '', ...rest] = id.split(':');
  const suffix = rest.join(':');
  if (rest.length === 0 || suffix.startsWith('//') || !Object.hasOwn(defined, prefix)) {
    return rest.length === 0 ? null : id;
  }
  const { [prefix]: base, ...others } = defined;
  const start = addressOf(base, others);
  return start === null ? null : `${start}${suffix}`;
}
