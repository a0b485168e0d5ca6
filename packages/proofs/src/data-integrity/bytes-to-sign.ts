import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { JsonObject } from '@laurel/core/json';
import { compiled } from '../canonical/compile.ts';
import type { KnownForms } from '../canonical/known-forms.ts';
import { type ProofOptions, proofOptionsOf } from '../canonical/proof-form.ts';
import { type Shape, shapeOf } from '../canonical/shape.ts';
import { DIGEST_BYTES, signedBytes } from '../canonical/signed-bytes.ts';
import { ourContexts } from '../document-loader.ts';

/** Tells an operator that the fast path was found to be wrong. */
export type Alarm = () => void;

/** One in so many of what the fast path makes is made by the full path as well, and compared. */
const ONE_CHECKED_IN = 1_000;

/**
 * What `eddsa-rdfc-2022` signs of a document and its proof's options: by the form of its shape where that is
 * known, else by the whole of JSON-LD and RDFC-1.0, which then teaches the form. Where the two are found to
 * differ, the full one is answered, and the shape is never trusted again. Throws on a term that no context
 * of ours defines.
 */
export async function bytesToSign(
  document: JsonObject,
  options: JsonObject,
  alarm: Alarm,
  forms: KnownForms,
): Promise<Uint8Array<ArrayBuffer>> {
  const shape = shapeOf(document);
  const strict = proofOptionsOf(options);
  if (shape === null || strict === null) return fullBytes(document, options);
  const form = forms.find(shape.key);
  if (form === undefined) {
    const full = await fullBytes(document, options);
    if (forms.isWanted(shape.key, 1)) await learn(document, shape, strict, full, forms);
    return full;
  }
  const fast = form === 'full' ? null : await signedBytes(form, shape, strict);
  if (fast === null) return fullBytes(document, options);
  if (!isChecked(fast)) return fast;
  const full = await fullBytes(document, options);
  if (!areEqual(fast, full)) {
    alarm();
    forms.learn(shape.key, 'full');
  }
  return full;
}

/** A template is believed once it gave for one document what the full path did. */
async function learn(
  document: JsonObject,
  shape: Shape,
  options: ProofOptions,
  full: Uint8Array,
  forms: KnownForms,
): Promise<void> {
  const template = await compiled(document, shape);
  const fast = template === null ? null : await signedBytes(template, shape, options);
  if (template === null) forms.learn(shape.key, 'full');
  else if (fast !== null) forms.learn(shape.key, areEqual(fast, full) ? template : 'full');
}

async function fullBytes(
  document: JsonObject,
  options: JsonObject,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new DataIntegrityProof({ cryptosuite }).createVerifyData({
      document: structuredClone(document),
      proof: { ...options },
      documentLoader: ourContexts,
    }),
  );
}

/**
 * Chosen by the digest of the document: nobody can tell beforehand which are, no chance is involved, and the
 * same document is treated the same way when it is signed again.
 */
function isChecked(bytes: Uint8Array<ArrayBuffer>): boolean {
  return new DataView(bytes.buffer).getUint32(DIGEST_BYTES) % ONE_CHECKED_IN === 0;
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
