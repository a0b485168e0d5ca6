import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';

export type BodyTooLarge = Failure & { readonly reason: 'body_too_large' };

/**
 * The body's bytes, at most `maxBytes` of them. Counted while they arrive, so that never more than the
 * limit and one chunk is held, whatever `Content-Length` claims.
 */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyTooLarge>> {
  const tooLarge = refuse<BodyTooLarge>({ reason: 'body_too_large', maxBytes });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge;
  if (request.body === null) return ok(new Uint8Array());

  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel();
      return tooLarge;
    }
    chunks.push(value);
  }
  return ok(joined(chunks, length));
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
