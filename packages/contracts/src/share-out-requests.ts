import { proseOf } from '@laurel/core/prose';
import * as z from 'zod';

/** Of the words with which something is asked for again, in UTF-16 code units. */
export const MAX_SHARE_OUT_ANSWER = 500;

/** `POST /api/v1/issuers/{slug}/share-outs/{award}/again`: kind words, which its holder alone reads. */
export const ShareOutAgainRequest = z.strictObject({
  answer: z.string().max(10_000).overwrite(proseOf).min(1).max(MAX_SHARE_OUT_ANSWER),
});
