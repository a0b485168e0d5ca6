import { mediaTypeOf } from '@laurel/http/media-type';
import type { DeskContext } from '../app-context.ts';
import { FORM_TYPES } from '../session/read-upload.ts';
import { MAX_KEPT_BYTES } from './send-again.tsx';

/**
 * Reads a form before anything is done with it, so that what was typed can be given back where it comes to nothing.
 * One that is larger than is given back, or does not say how large it is, is left to whoever reads it.
 */
export async function keepForm(c: DeskContext): Promise<void> {
  const { raw } = c.req;
  const length = Number(raw.headers.get('content-length') ?? Number.POSITIVE_INFINITY);
  const mediaType = mediaTypeOf(raw.headers.get('content-type'));
  if (raw.method !== 'POST' || length > MAX_KEPT_BYTES) return;
  if (!FORM_TYPES.some((type) => type === mediaType)) return;
  const body = await raw.arrayBuffer();
  c.req.raw = new Request(raw, { body });
  c.set('sentForm', new Request(raw, { body }));
}
