import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import { compiled } from '@laurel/proofs/canonical/compile';
import { filled } from '@laurel/proofs/canonical/fill';
import { fullForm } from '@laurel/proofs/canonical/full-form';
import { kindOf } from '@laurel/proofs/canonical/leaf';
import { OF_WORDS, shapeOf } from '@laurel/proofs/canonical/shape';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CREDENTIALS, TEXT } from '../support/generated-credentials.ts';
import { holds, PATIENCE_MS } from '../support/properties.ts';

/** The same document with other texts in the places of its own. */
function retold(value: Json, texts: Iterator<string>): Json {
  if (Array.isArray(value)) return value.map((one) => retold(one, texts));
  if (isJsonObject(value)) return retoldIn(value, texts);
  return typeof value === 'string' && kindOf(value) === 'text'
    ? (texts.next().value ?? value)
    : value;
}

function retoldIn(object: JsonObject, texts: Iterator<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => [
      name,
      OF_WORDS.has(name) ? member : retold(member, texts),
    ]),
  );
}

test('whatever is filled into the template of a shape is the canonical form, byte for byte', {
  timeout: PATIENCE_MS,
}, async () => {
  const compared = { fast: 0, full: 0 };
  const told = TEXT.filter((text) => kindOf(text) === 'text');
  const others = fc.array(fc.array(told, { minLength: 60, maxLength: 80 }), {
    minLength: 4,
    maxLength: 4,
  });
  await holds(
    0.025,
    fc.asyncProperty(CREDENTIALS, others, async (credential, texts) => {
      const shape = shapeOf(credential);
      const template = shape === null ? null : await compiled(credential, shape);
      for (const document of [credential, ...texts.map((t) => retoldIn(credential, t.values()))]) {
        const other = shapeOf(document);
        expect(other?.key).toBe(shape?.key);
        const fast =
          template === null || other === null ? null : await filled(template, other.leaves);
        compared[fast === null ? 'full' : 'fast'] += 1;
        if (fast !== null) expect(new TextDecoder().decode(fast)).toBe(await fullForm(document));
      }
    }),
  );
  expect(compared.fast).toBeGreaterThan(compared.full * 4);
});
