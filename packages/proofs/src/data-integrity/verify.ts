import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { compiled } from '../canonical/compile.ts';
import { FORMS, type Form, type KnownForms } from '../canonical/known-forms.ts';
import { type ProofOptions, proofOptionsOf } from '../canonical/proof-form.ts';
import type { Shape } from '../canonical/shape.ts';
import { shapedBy } from '../canonical/shaped.ts';
import { signedBytes } from '../canonical/signed-bytes.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { checkProofBy } from './check-proof.ts';
import { EDDSA_SUITES, type EddsaSuite } from './eddsa-suites.ts';
import { isSignature } from './signature.ts';

/**
 * True when the one proof of a document is of this suite and was made by this key of ours for assertion (W3C
 * Data Integrity EdDSA Cryptosuites 1.0, Sections 3.2.2 and 3.3.2). False for everything else, whether the
 * signature differs, a term is undefined, the proof is malformed or it is too much work to find out.
 *
 * @param forms of what was found good before, by which the same is found of the next in a fraction of the time.
 * @param shaped the same document taken apart by these forms, where that was done before.
 */
export async function hasGoodProof(
  document: JsonObject,
  suite: EddsaSuite,
  jwk: PublicKey['jwk'],
  forms = FORMS,
  shaped = shapedBy(document, forms),
): Promise<boolean> {
  const [proof, ...others] = [document.proof ?? []].flat();
  if (!isJsonObject(proof) || others.length > 0) return false;
  const { type, cryptosuite, proofPurpose } = proof;
  if (type !== 'DataIntegrityProof' || cryptosuite !== suite) return false;
  if (proofPurpose !== 'assertionMethod') return false;
  const key: PublicKey = { kind: 'Ed25519', jwk };
  const { unsecured, shape, form } = shaped;
  const options = suite === 'eddsa-rdfc-2022' ? proofOptionsOf(proof) : null;
  const inShape = shape === null || options === null ? null : { shape, options };
  const bytes = inShape === null ? null : await bytesByForm(inShape, form);
  if (bytes !== null) return isSignature(proof.proofValue, bytes, key);
  const { outcome } = await checkProofBy({
    document: unsecured,
    proof,
    suite: EDDSA_SUITES[suite],
    key,
    work: { spent: 0 },
  });
  const isGood = outcome === 'good';
  if (isGood && inShape !== null && form === undefined) {
    await learn(unsecured, inShape, proof.proofValue, key, forms);
  }
  return isGood;
}

type InShape = { readonly shape: Shape; readonly options: ProofOptions };

async function bytesByForm({ shape, options }: InShape, form: Form | undefined) {
  return form === undefined || form === 'full' ? null : signedBytes(form, shape, options);
}

/** Once more than one document of a shape was good: what somebody makes up to be verified teaches nothing. */
const TIMES_MET = 2;

/**
 * Learns from what the full path found good, and from that alone: else anybody could have endless shapes
 * learned. A template is believed once the same signature is good for what it gives.
 */
async function learn(
  document: JsonObject,
  { shape, options }: InShape,
  signature: unknown,
  key: PublicKey,
  forms: KnownForms,
): Promise<void> {
  if (!forms.isWanted(shape.key, TIMES_MET)) return;
  const template = await compiled(document, shape);
  const bytes = template === null ? null : await signedBytes(template, shape, options);
  if (template === null) forms.learn(shape.key, 'full');
  else if (bytes !== null) {
    forms.learn(shape.key, (await isSignature(signature, bytes, key)) ? template : 'full');
  }
}
