import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';

/** A credential of any form as a reader understands it: what it says, and how that was signed. */
export type DocumentParts = {
  readonly said: JsonObject;
  /** Proofs, or the registered claims of a token; empty where there are none. */
  readonly signing: JsonObject;
};

/** Registered claims (RFC 7519, Section 4.1), and the key of the holder (RFC 7800). */
const CLAIMS = ['iss', 'sub', 'aud', 'jti', 'nbf', 'exp', 'iat', 'cnf'];

/** Takes a credential apart. VCDM 1.1 has a claim `vc` around what a token says (Section 6.3.1). */
export function documentParts(credential: JsonObject): DocumentParts {
  const { vc, ...outer } = credential;
  const isSigning = (name: string) => name === 'proof' || CLAIMS.includes(name);
  const said = pick(outer, (name) => !isSigning(name));
  const signing = pick(outer, isSigning);
  if (!isJsonObject(vc)) return { said: vc === undefined ? said : { ...said, vc }, signing };
  // What stands both in the claim and beside it is told apart, so that neither hides the other.
  const isTwice = (name: string) => Object.hasOwn(vc, name);
  return {
    said: { ...vc, ...pick(said, (name) => !isTwice(name)) },
    signing: { ...pick(said, isTwice), ...signing },
  };
}

function pick(object: JsonObject, wanted: (name: string) => boolean): JsonObject {
  const entries: readonly [string, Json][] = Object.entries(object);
  return Object.fromEntries(entries.filter(([name]) => wanted(name)));
}
