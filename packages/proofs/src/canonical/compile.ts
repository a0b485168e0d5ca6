import type { JsonObject } from '@laurel/core/json';
import { unsignedPartOf } from '../data-integrity/unsigned-parts.ts';
import { fullForm } from './full-form.ts';
import { inNQuads } from './leaf.ts';
import { MARK, sentinelFor, withSentinels } from './sentinels.ts';
import type { Shape } from './shape.ts';
import { readTemplate, type Template } from './template.ts';

/** Templates are kept, and many of them: one of ours has some 7,000 letters. */
const MAX_FORM_LETTERS = 60_000;

/**
 * The template of a shape, by one run of the full processor over sentinels; null where it has none, and the
 * full path is the only one: what no context of ours defines, what would be left unsigned, what is as large as
 * nothing that we issue often. Whether the template is right for a document is for its caller to find out.
 */
export async function compiled(document: JsonObject, shape: Shape): Promise<Template | null> {
  // Sentinels must be found where they were put, and labels where the processor put them.
  if (shape.key.includes(MARK) || shape.key.includes('_:')) return null;
  const withMarks = withSentinels(document, shape);
  if (unsignedPartOf(withMarks) !== null) return null;
  let nQuads: string;
  try {
    nQuads = await fullForm(withMarks);
  } catch {
    // Its libraries say by exceptions alone that a document is not sound.
    return null;
  }
  return nQuads.length > MAX_FORM_LETTERS
    ? null
    : readTemplate(
        nQuads,
        shape.leaves.map((leaf, place) => inNQuads(sentinelFor(leaf, place))),
      );
}
