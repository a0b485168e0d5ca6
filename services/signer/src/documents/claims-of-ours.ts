import { didWeb } from '@laurel/core/did';
import type { Issue } from '@laurel/core/failure';
import type { JsonObject } from '@laurel/core/json';
import { addressOf } from '@laurel/proofs/data-integrity/known-terms';
import { itemsOf, memberOf, type Place } from '@laurel/verification/any/data-model/place';
import { isOwnName } from './issuer-named.ts';
import type { TestIssuer } from './test-issuer.ts';

/**
 * Where a document of a test issuer speaks in our name: an address of ours (a credential, an achievement,
 * somebody's status list), the DID of the service or of another issuer, or the name of one. Contexts are
 * looked through too, as a term can stand for an address.
 */
export function claimsOfOurs(
  document: JsonObject,
  origin: string,
  issuer: TestIssuer,
): readonly Issue[] {
  const taken = new Set(issuer.namesOfOthers.map(folded));
  return [
    ...textsIn({ value: document, pointer: '' })
      .filter(
        ({ value }) => isOurs(String(value), origin) && !isOwnName(String(value), origin, issuer),
      )
      .map(({ pointer }) => ({
        pointer,
        detail: 'A test document names nothing that is this service’s or another issuer’s.',
      })),
    ...textsIn(memberOf(memberOf({ value: document, pointer: '' }, 'issuer'), 'name'))
      .filter(({ value }) => taken.has(folded(String(value))))
      .map(({ pointer }) => ({ pointer, detail: 'Another issuer is called that.' })),
  ];
}

/** Every text in a place, names of members among them, and what a prefix beside it makes of one. */
function textsIn(place: Place): readonly Place[] {
  const { value } = place;
  if (typeof value === 'string') return [place];
  if (Array.isArray(value)) return itemsOf(place).flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = memberOf(place, name);
    const address = addressOf(member, { ...value });
    const spelled = address === null || address === member ? [name] : [name, address];
    return [...spelled.map((text) => ({ ...inner, value: text })), ...textsIn(inner)];
  });
}

/** By its host, whatever the scheme; a DID in whatever case (RFC 3986, Section 6.2.2.1). */
function isOurs(text: string, origin: string): boolean {
  const service = didWeb(origin, '').toLowerCase();
  const named = text.trim().toLowerCase();
  if (named === service || [':', '#', '?', '/'].some((end) => named.startsWith(`${service}${end}`)))
    return true;
  return URL.parse(text)?.host === new URL(origin).host;
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
