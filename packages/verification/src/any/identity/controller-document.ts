import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { keyOfMethod } from '@laurel/proofs/keys/from-method';
import { listOf } from '../../ours/claims-to-be-ours.ts';
import type { PublishedKey, Purpose } from './key-lookup.ts';

/** A document that says which keys its subject uses, and what for (Controlled Identifiers 1.0; DID Core 1.0). */
export type ControllerDocument = {
  /** The DID or the address that it was found by, and that it gives as its id. */
  readonly id: string;
  readonly document: JsonObject;
  /** How it was found: `did:web`, `https`. */
  readonly how: string;
};

/** More than anybody publishes; reading each costs something, and a document of a megabyte holds many. */
const MAX_METHODS = 500;

/** True for a document that holds more than is looked through. */
export function isCrowded(document: JsonObject): boolean {
  const { verificationMethod, assertionMethod, authentication } = document;
  return [verificationMethod, assertionMethod, authentication].some(
    (members) => listOf(members).length > MAX_METHODS,
  );
}

/**
 * The keys that a document lists for a purpose, and that are understood. A method that is in the document
 * without being listed may not be used for it; one that names another controller is not its subject's.
 */
export async function keysFor(
  { id, document, how }: ControllerDocument,
  purpose: Purpose,
): Promise<readonly PublishedKey[]> {
  const methods = listOf(document.verificationMethod).filter(isJsonObject);
  const listed = [...new Set(listOf(document[purpose]))].flatMap((entry) =>
    isJsonObject(entry)
      ? [entry]
      : methods.filter((one) => nameOf(one, id) === absolute(entry, id)),
  );
  const own = listed.filter(({ controller }) => controller === undefined || controller === id);
  const keys = await Promise.all(own.map((method) => published(method, id, how)));
  return keys.flatMap((key) => key ?? []);
}

/** True where the document lists a method by its id alone or as an object, wherever that method lies. */
export function lists(
  { id, document }: ControllerDocument,
  name: string,
  purpose: Purpose,
): boolean {
  return listOf(document[purpose]).some(
    (entry) => absolute(isJsonObject(entry) ? entry.id : entry, id) === name,
  );
}

/** The key in a method; null where it is of a kind that is not understood. */
export async function published(
  method: JsonObject,
  owner: string,
  how: string,
): Promise<PublishedKey | null> {
  const key = await keyOfMethod(method);
  const endedAtSeconds = endOf(method);
  if (key === null || Number.isNaN(endedAtSeconds)) return null;
  const names = [nameOf(method, owner), stringAt(method, 'publicKeyJwk', 'kid')];
  return {
    names: names.flatMap((name) => name ?? []),
    key,
    owner,
    liesAt: null,
    onlyFor: null,
    how,
    endedAtSeconds,
  };
}

function nameOf(method: JsonObject, id: string): string | null {
  return absolute(method.id, id);
}

/** A name may be relative to the document that it stands in (DID Core 1.0, Section 3.2.2). */
function absolute(name: unknown, id: string): string | null {
  if (typeof name !== 'string') return null;
  return name.startsWith('#') ? `${id}${name}` : name;
}

/** The earlier of `revoked` and `expires`; NaN where one of them is no time. */
function endOf({ revoked, expires }: JsonObject): number | null {
  const ends = [revoked, expires].filter((end) => end !== undefined);
  return ends.length === 0
    ? null
    : Math.min(...ends.map((end) => Date.parse(typeof end === 'string' ? end : '') / 1000));
}
