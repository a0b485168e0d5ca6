import type { JsonObject } from '@laurel/core/json';
import type { Form } from '@laurel/proofs/canonical/known-forms';
import type { Shaped } from '@laurel/proofs/canonical/shaped';
import type { Template } from '@laurel/proofs/canonical/template';
import type * as z from 'zod';
import { ENDORSEMENT_SHAPES } from './endorsement-shape.ts';
import { ISSUED_SHAPES } from './issued-shape.ts';
import { RECORD_SHAPES } from './record-shape.ts';
import { Proof } from './signed-parts.ts';

/** What is issued here, each kind in a closed shape of its own. */
export const CLOSED_SHAPES = {
  open_badge: ISSUED_SHAPES,
  learner_record: RECORD_SHAPES,
  endorsement: ENDORSEMENT_SHAPES,
} as const;

type Outcome = { readonly success: true } | { readonly success: false; readonly error: z.ZodError };

/**
 * Forms whose documents are all in the closed shape: it asks for names, kinds of values and words, which
 * documents of one form have in common, and for nothing of a text (`OF_WORDS` of the form's shape).
 */
const closed = new WeakSet<Template>();

/** Holds a document with an embedded proof to the closed shape of its kind; at once, where its form is known to be in it. */
export function inClosedShape(
  kind: keyof typeof CLOSED_SHAPES,
  document: JsonObject,
  { form }: Shaped,
): Outcome {
  if (isTemplate(form) && closed.has(form) && hasOneProof(document)) return { success: true };
  const outcome = CLOSED_SHAPES[kind].embedded.safeParse(document);
  if (outcome.success && isTemplate(form)) closed.add(form);
  return outcome;
}

function isTemplate(form: Form | undefined): form is Template {
  return form !== undefined && form !== 'full';
}

function hasOneProof({ proof }: JsonObject): boolean {
  return Array.isArray(proof) && proof.length === 1 && Proof.safeParse(proof[0]).success;
}
