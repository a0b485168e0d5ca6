import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { secondsOfDateTime } from './date-time.ts';
import { idRules } from './id.ts';
import { broken, itemsOf, memberOf, type Place, unless } from './place.ts';
import { typeRules } from './types.ts';
import { isUrl } from './url.ts';

/** What a proof of each type says as a string. Of other types only what is common is known. */
const STRINGS_OF_TYPE: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['DataIntegrityProof', ['cryptosuite', 'proofPurpose', 'proofValue']],
  ['Ed25519Signature2020', ['created', 'proofPurpose', 'proofValue']],
]);

const TIME = 'A time is written as 2026-11-22T12:00:00Z.';
const STRINGS = 'This must be a string, or a list of strings.';

/** `proof`: one object or several, each as it must be before anything of it can be checked (W3C Verifiable Credential Data Integrity 1.0, Section 2.1). */
export function proofRules(document: Place): readonly Issue[] {
  const proof = memberOf(document, 'proof');
  if (proof.value === undefined) return [];
  const proofs = itemsOf(proof);
  if (proofs.length === 0) return [broken(proof, 'There must be a proof in the list of proofs.')];
  return [...proofs.flatMap(oneProofRules), ...idsOnce(proofs)];
}

function oneProofRules(proof: Place): readonly Issue[] {
  if (!isJsonObject(proof.value)) return [broken(proof, 'A proof is an object.')];
  const { type, verificationMethod } = proof.value;
  const member = (name: string) => memberOf(proof, name);
  const strings = typeof type === 'string' ? (STRINGS_OF_TYPE.get(type) ?? ['proofPurpose']) : [];
  return [
    ...typeRules(proof),
    ...idRules(proof),
    ...strings
      .map(member)
      .filter(({ value }) => typeof value !== 'string' || value === '')
      .map((one) => broken(one, 'There must be a string here.')),
    ...(isUrl(verificationMethod) || isJsonObject(verificationMethod)
      ? []
      : [broken(member('verificationMethod'), 'There must be the URL of a verification method.')]),
    ...['created', 'expires']
      .map(member)
      .flatMap((one) => unless(one, secondsOfDateTime(one.value) !== null, TIME)),
    ...['domain', 'previousProof']
      .map(member)
      .flatMap((one) => unless(one, isStrings(one), STRINGS)),
    ...['challenge', 'nonce']
      .map(member)
      .flatMap((one) => unless(one, typeof one.value === 'string', 'This must be a string.')),
  ];
}

function isStrings(place: Place): boolean {
  const items = itemsOf(place);
  return items.length > 0 && items.every(({ value }) => typeof value === 'string');
}

function idsOnce(proofs: readonly Place[]): readonly Issue[] {
  const ids = proofs
    .map((proof) => memberOf(proof, 'id'))
    .filter(({ value }) => value !== undefined);
  return ids
    .filter(({ value }, at) => ids.findIndex((other) => other.value === value) < at)
    .map((id) => broken(id, 'No two proofs have the same id.'));
}
