import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { mediaTypeOf } from '@laurel/http/media-type';
import { readBody } from '@laurel/http/read-body';

/** Our forms hold a few short fields. */
const MAX_FORM_BYTES = 4_096;

const FORM = 'application/x-www-form-urlencoded';

/** The fields of a form that was sent. `maxBytes` is for one that holds many. */
export async function readForm(
  request: Request,
  maxBytes = MAX_FORM_BYTES,
): Promise<Result<URLSearchParams, Failure>> {
  if (mediaTypeOf(request.headers.get('content-type')) !== FORM) {
    return refuse({ reason: 'media_type_unsupported', accepted: [FORM] });
  }
  const body = await readBody(request, maxBytes);
  return body.ok ? ok(new URLSearchParams(new TextDecoder().decode(body.value))) : body;
}
