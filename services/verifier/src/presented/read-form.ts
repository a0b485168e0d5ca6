import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mediaTypeOf } from '@laurel/http/media-type';
import { readBody } from '@laurel/http/read-body';
import { MAX_FORM_BYTES } from './limits.ts';

const FORM_TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded'] as const;

/** A form that was sent, with its files. */
export async function readForm(request: Request): Promise<Result<FormData, Failure>> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!FORM_TYPES.some((type) => type === mediaTypeOf(contentType))) {
    return refuse({ reason: 'media_type_unsupported', accepted: FORM_TYPES });
  }
  const body = await readBody(request, MAX_FORM_BYTES);
  if (!body.ok) return body;
  try {
    return ok(
      await new Response(body.value, { headers: { 'content-type': contentType } }).formData(),
    );
  } catch {
    return refuse({
      reason: 'request_invalid',
      issues: [{ pointer: '', detail: 'The form cannot be read: part of it is missing.' }],
    });
  }
}

/** The file of a form's field; null where none was chosen (browsers then send an empty one). */
export async function fileIn(form: FormData, name: string): Promise<Uint8Array | null> {
  const file = form.get(name);
  if (file === null) return null;
  const bytes =
    typeof file === 'string'
      ? new TextEncoder().encode(file)
      : new Uint8Array(await file.arrayBuffer());
  return bytes.length === 0 ? null : bytes;
}
