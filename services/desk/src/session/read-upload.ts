import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mediaTypeOf } from '@laurel/http/media-type';
import { readBody } from '@laurel/http/read-body';

export const FORM_TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded'] as const;

/** A form that may carry files or long texts; at most `maxBytes` in all. */
export async function readUpload(
  request: Request,
  maxBytes: number,
): Promise<Result<FormData, Failure>> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!FORM_TYPES.some((type) => type === mediaTypeOf(contentType))) {
    return refuse({ reason: 'media_type_unsupported', accepted: FORM_TYPES });
  }
  const body = await readBody(request, maxBytes);
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
