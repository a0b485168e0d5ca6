import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';

export type BodyTooLarge = Failure & { readonly reason: 'body_too_large' };

/**
 * What is read of a body that is refused, before the answer. A client that is still sending when the
 * connection closes sees a broken pipe instead of the answer; one that sends more than this may.
 */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;

/**
 * The body's bytes, at most `maxBytes` of them. Where nothing says how many come, or more than may be, they are counted
 * while they arrive, so that never more than the limit and one chunk is held.
 */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyTooLarge>> {
  const announced = announcedBytes(request.headers);
  if (announced !== null && announced <= maxBytes) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.byteLength <= maxBytes
      ? ok(bytes)
      : refuse({ reason: 'body_too_large', maxBytes });
  }
  const chunks: Uint8Array[] = [];
  const length = await readChunks(request.body, maxBytes + MAX_DISCARDED_BYTES, (chunk, before) => {
    if (before + chunk.byteLength <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  });
  return length <= maxBytes
    ? ok(joined(chunks, length))
    : refuse({ reason: 'body_too_large', maxBytes });
}

/**
 * The length at which a connection ends the body, so that it is no longer (RFC 9112, Section 6.3); null where it ends
 * otherwise. To have it read whole takes half as long as to take it in chunks.
 */
function announcedBytes(headers: Headers): number | null {
  const length = headers.get('content-length');
  if (length === null || headers.has('transfer-encoding') || !/^\d+$/.test(length)) return null;
  return Number(length);
}

/** Reads and drops a body that nobody has read, so that its sender comes to see the answer. */
export async function discardBody(request: Request): Promise<void> {
  if (!request.bodyUsed) await readChunks(request.body, MAX_DISCARDED_BYTES, () => {});
}

/**
 * The bytes of what another server answers; null where there are more than `maxBytes`, of which at most
 * one chunk is held beyond the limit, and the rest is never asked for. Throws where the connection breaks.
 */
export async function readAnswer(
  { body }: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  const length = await readChunks(body, maxBytes, (chunk) => chunks.push(chunk));
  return length <= maxBytes ? joined(chunks, length) : null;
}

/** Hands on each chunk with the bytes before it; the bytes read in all, at most one chunk over the limit. */
async function readChunks(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  take: (chunk: Uint8Array, before: number) => void,
): Promise<number> {
  if (body === null) return 0;
  const reader = body.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return length;
    take(value, length);
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel();
      return length;
    }
  }
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
