import type { JsonObject } from '@laurel/core/json';
import type { Form, KnownForms } from './known-forms.ts';
import { type Shape, shapeOf } from './shape.ts';

/** A document taken apart, with what was learned of its shape. */
export type Shaped = {
  /** Without its proof. */
  readonly unsecured: JsonObject;
  readonly shape: Shape | null;
  /** Undefined where nothing was learned; `full` where there is nothing to learn. */
  readonly form: Form | undefined;
};

/** Takes a document apart once for all that is to be known of it. Counts as a use of its form. */
export function shapedBy({ proof: _, ...unsecured }: JsonObject, forms: KnownForms): Shaped {
  const shape = shapeOf(unsecured);
  return { unsecured, shape, form: shape === null ? 'full' : forms.find(shape.key) };
}
