import type { Failure } from '@laurel/core/failure';
import type { JsonObject } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Presented } from './read.ts';

/** A credential of ours nests below 10 deep. What recurses over a document must not run out of stack. */
const MAX_DEPTH = 60;

/**
 * A credential of ours holds about 200 values. Canonicalizing takes a second per 5,000 of them, and
 * anybody may send a document that asks for it.
 */
const MAX_VALUES = 3_000;

type Unreadable = Failure & { readonly reason: 'credential_unreadable' };

/**
 * The number of values in a document. Refuses one that would cost more to verify than any credential
 * should. Does not recurse.
 */
export function valuesWithinBounds(document: JsonObject): Result<number, Unreadable> {
  let level: readonly unknown[] = [document];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > MAX_DEPTH) return tooMuch(`It nests more than ${MAX_DEPTH} levels deep.`);
    if (values > MAX_VALUES) return tooMuch(`It holds more than ${MAX_VALUES} values.`);
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return ok(values);
}

/**
 * The same of what was presented: of a token also its header and its claims, which may hold what is no part
 * of its credential.
 */
export function presentedWithinBounds(presented: Presented): Result<number, Unreadable> {
  const counted = valuesWithinBounds(presented.credential);
  if (presented.form === 'embedded' || !counted.ok) return counted;
  const whole = valuesWithinBounds({ header: presented.header, payload: presented.payload });
  return whole.ok ? counted : whole;
}

function tooMuch(detail: string): Result<never, Unreadable> {
  return refuse({ reason: 'credential_unreadable', detail });
}
