import { isJsonObject, type JsonObject } from '@laurel/core/json';

/**
 * Where a part that was signed once stands twice, as a JSON Pointer (RFC 6901); null where none does. To RDF that is the same
 * statement again, and the proof stays good; to whoever reads the JSON it is twice the hours.
 */
export function repeatedPart({ credentialSubject, ...credential }: JsonObject): string | null {
  const subject = isJsonObject(credentialSubject) ? credentialSubject : {};
  const parts = {
    '/evidence': credential.evidence,
    '/endorsement': credential.endorsement,
    '/credentialSubject/result': subject.result,
  };
  const found = Object.entries(parts).find(([, list]) => repeats(list));
  return found === undefined ? null : found[0];
}

/** Each has an id of its own, drawn when it was made. */
function repeats(list: unknown): boolean {
  if (!Array.isArray(list) || list.length < 2) return false;
  const ids = list.map((one) => (isJsonObject(one) ? one.id : undefined));
  return new Set(ids).size < ids.length;
}
