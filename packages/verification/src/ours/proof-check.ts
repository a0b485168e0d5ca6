import { dayOf } from '@laurel/core/day';
import { type JsonObject, stringAt } from '@laurel/core/json';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import { jwkMethodId, methodId, type VerificationKey } from '@laurel/core/verification-key';
import { FORMS, type KnownForms } from '@laurel/proofs/canonical/known-forms';
import type { Shaped } from '@laurel/proofs/canonical/shaped';
import { CONTEXTS } from '@laurel/proofs/contexts';
import { hasGoodProof } from '@laurel/proofs/data-integrity/verify';
import { claimsOf } from '@laurel/proofs/jwt/claims';
import { hasGoodSignature } from '@laurel/proofs/jwt/verify';
import type { Presented } from '../read.ts';
import { listOf } from './claims-to-be-ours.ts';

/** Multibase base58-btc, and nothing that its decoder would overlook. */
const BASE58_BTC = /^z[1-9A-HJ-NP-Za-km-z]+$/;

/** Checks that one of the issuer's own keys signed the credential as it stands. */
export async function checkProof(
  presented: Presented,
  keys: readonly VerificationKey[],
  forms = FORMS,
  shaped?: Shaped,
): Promise<Check> {
  return presented.form === 'jwt'
    ? checkJwt(presented.token, presented.header, presented.payload, keys)
    : checkEmbedded(presented.credential, keys, forms, shaped);
}

async function checkEmbedded(
  credential: JsonObject,
  keys: readonly VerificationKey[],
  forms: KnownForms,
  shaped: Shaped | undefined,
): Promise<Check> {
  const [proof, ...others] = listOf(credential.proof);
  if (proof === undefined) return found('fail', 'missing');
  if (
    others.length > 0 ||
    stringAt(proof, 'type') !== 'DataIntegrityProof' ||
    stringAt(proof, 'cryptosuite') !== 'eddsa-rdfc-2022' ||
    !BASE58_BTC.test(stringAt(proof, 'proofValue') ?? '')
  ) {
    return found('fail', 'unknown_kind', nameOf(proof));
  }
  const unknownContext = contextsOf(credential).find((context) => !isVendored(context));
  if (unknownContext !== undefined) {
    return found(
      'fail',
      'unknown_context',
      typeof unknownContext === 'string' ? unknownContext : '',
    );
  }
  const named = stringAt(proof, 'verificationMethod');
  const key = keys.find((one) => one.multibase !== null && methodId(one) === named);
  if (key === undefined) return found('fail', 'unknown_key');
  return conclude(key, await hasGoodProof(credential, 'eddsa-rdfc-2022', key.jwk, forms, shaped));
}

async function checkJwt(
  token: string,
  header: JsonObject,
  credential: JsonObject,
  keys: readonly VerificationKey[],
): Promise<Check> {
  const named = stringAt(header, 'kid');
  const key = keys.find((one) => jwkMethodId(one) === named);
  if (key === undefined) return found('fail', 'unknown_key');
  const check = conclude(key, await hasGoodSignature(token, key));
  if (check.finding === 'signature_bad') return check;
  return claimsAgree(credential) ? check : found('fail', 'claims_differ');
}

/** A registered claim must say what the credential's own property says (1EdTech OB 3.0, Section 8.2.4.1). */
function claimsAgree(credential: JsonObject): boolean {
  const claims = claimsOf(credential);
  return (
    claims !== null && Object.entries(claims).every(([name, value]) => credential[name] === value)
  );
}

function conclude(key: VerificationKey, good: boolean): Check {
  if (!good) return found('fail', 'signature_bad', key.id);
  return key.compromisedAtSeconds === null
    ? found('pass', 'signature_good', key.id)
    : found('fail', 'compromised_key', key.id, dayOf(key.compromisedAtSeconds));
}

function nameOf(proof: unknown): string {
  return stringAt(proof, 'cryptosuite') ?? stringAt(proof, 'type') ?? '';
}

function contextsOf(credential: JsonObject): readonly unknown[] {
  const context = credential['@context'];
  return Array.isArray(context) ? context : [context];
}

function isVendored(context: unknown): boolean {
  return typeof context === 'string' && CONTEXTS.has(context);
}

function found(
  result: CheckResult,
  finding: CheckFindings['proof'],
  ...values: readonly string[]
): Check {
  return { check: 'proof', result, finding, values };
}
