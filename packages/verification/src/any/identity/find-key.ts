import { type JsonObject, stringAt } from '@laurel/core/json';
import { ok, refuse } from '@laurel/core/result';
import { METHOD_TYPES } from '@laurel/proofs/keys/from-method';
import type { Retrieve } from '../../retrieve.ts';
import { askWhere, unreadableAt } from './ask-json.ts';
import { isCrowded, keysFor, lists, published } from './controller-document.ts';
import { findDocument } from './find-document.ts';
import { identityCheck, type KeyLookup, type Purpose, UNKNOWN_KEY } from './key-lookup.ts';
import { keysInSet } from './key-sets.ts';
import { isOfHost } from './speaks-for.ts';
import { isWebAddress } from './web-address.ts';

/**
 * Finds a key by its absolute name, as a proof's `verificationMethod` and a token's `kid` give it, and who
 * publishes it for the purpose (Controlled Identifiers 1.0, Section 3.3; 1EdTech OB 3.0, Section 8.2.2). A DID
 * alone, as some issuers of badges write it, names the one key that it has.
 */
export async function findKey(
  name: string,
  purpose: Purpose,
  retrieve: Retrieve,
): Promise<KeyLookup> {
  if (isWebAddress(name)) return findAtAddress(name, purpose, retrieve);
  const controller = controllerIn(name);
  const found = await findDocument(controller, retrieve);
  if (!found.ok) return found;
  const keys = await keysFor(found.value, purpose);
  const named = name === controller ? keys : keys.filter(({ names }) => names[0] === name);
  const [key, ...others] = named;
  const isOne = name !== controller || others.length === 0;
  return key === undefined || !isOne ? refuse(UNKNOWN_KEY) : ok(key);
}

function controllerIn(name: string): string {
  return name.split('#')[0] ?? '';
}

/**
 * At an https address may lie the document of a controller, a method alone, or JSON Web Keys. A method
 * alone counts if its controller lists it; whose keys alone are is told by their place.
 */
async function findAtAddress(
  name: string,
  purpose: Purpose,
  retrieve: Retrieve,
): Promise<KeyLookup> {
  const address = controllerIn(name);
  const answer = await askWhere(address, retrieve);
  if (!answer.ok) return answer;
  const { document, foundAt } = answer.value;
  if (document.keys !== undefined || document.kty !== undefined) {
    // Many hosts send a visitor on to wherever an address says: that makes nobody's keys their own.
    const sameHost = URL.parse(foundAt)?.origin === URL.parse(address)?.origin;
    return sameHost ? findInSet(document, name, address, foundAt) : refuse(unreadableAt(address));
  }
  if (document.id === name && METHOD_TYPES.some((type) => type === document.type)) {
    return ofController(document, name, purpose, retrieve);
  }
  if (document.id !== address || isCrowded(document)) return refuse(unreadableAt(address));
  const keys = await keysFor({ id: address, document, how: 'https' }, purpose);
  const key = keys.find(({ names }) => names[0] === name);
  return key === undefined ? refuse(UNKNOWN_KEY) : ok(key);
}

function findInSet(set: JsonObject, name: string, address: string, foundAt: string): KeyLookup {
  const asked = URL.parse(address);
  // Who runs a host says where its one set lies; anything else may lead to what somebody put there.
  const places = asked !== null && isOfHost(asked) ? [address] : [address, foundAt];
  const keys = keysInSet(set, address, places);
  const fragment = name.slice(address.length + 1);
  const named = keys.filter(({ names }) => names.some((one) => one === name || one === fragment));
  const [key, ...others] = named.length === 0 ? keys : named;
  return key === undefined || others.length > 0 ? refuse(UNKNOWN_KEY) : ok(key);
}

async function ofController(
  method: JsonObject,
  name: string,
  purpose: Purpose,
  retrieve: Retrieve,
): Promise<KeyLookup> {
  const controller = stringAt(method, 'controller');
  if (controller === null) return refuse(UNKNOWN_KEY);
  const found = await findDocument(controller, retrieve);
  if (!found.ok) return found;
  if (!lists(found.value, name, purpose)) {
    return refuse(identityCheck('fail', 'another_issuer', name, controller));
  }
  const key = await published(method, controller, found.value.how);
  return key === null ? refuse(UNKNOWN_KEY) : ok(key);
}
