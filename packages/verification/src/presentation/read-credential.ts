import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import { isEnvelope, openEnvelope } from '../any/data-model/envelope.ts';
import { presentedWithinBounds } from '../bounds.ts';
import { type Presented, readPresented } from '../read.ts';

/** Three parts of base64url: what a token is, and no JSON. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * A credential in the place where one should be, and nothing that only holds one: an object, an envelope
 * that is as it must be, or a token as it is.
 */
export function readCredential(
  value: unknown,
  pointer: string,
): Result<Presented, readonly Issue[]> {
  if (typeof value === 'string' && TOKEN.test(value)) return readToken(value, pointer);
  if (!isJsonObject(value)) {
    return refuse([{ pointer, detail: 'A credential is an object, or a JWT as a string.' }]);
  }
  if (!isEnvelope(value, 'credential')) {
    return withinBounds({ form: 'embedded', credential: value }, pointer);
  }
  const opened = openEnvelope(value, 'credential', pointer);
  if (opened.ok) return readToken(opened.value, `${pointer}/id`);
  const { failure } = opened;
  return 'issues' in failure
    ? refuse(failure.issues)
    : // Its name is told where the format is checked.
      withinBounds({ form: 'embedded', credential: value }, pointer);
}

function readToken(token: string, pointer: string): Result<Presented, readonly Issue[]> {
  const read = readPresented(token);
  return read.ok && read.value.form === 'jwt'
    ? withinBounds(read.value, pointer)
    : refuse([{ pointer, detail: 'This is no JWT.' }]);
}

function withinBounds(presented: Presented, pointer: string): Result<Presented, readonly Issue[]> {
  const bounded = presentedWithinBounds(presented);
  return bounded.ok ? ok(presented) : refuse([{ pointer, detail: bounded.failure.detail }]);
}
