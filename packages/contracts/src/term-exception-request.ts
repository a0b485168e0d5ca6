import { isDay } from '@laurel/core/day';
import { textMistake } from '@laurel/core/plain-text';
import * as z from 'zod';

export const MAX_EXCEPTION_WHY_LENGTH = 500;

/** `POST /api/v1/awards/{id}/exceptions`: why somebody may have a term beyond the policy, and until when. */
export const TermExceptionRequest = z.strictObject({
  why: z
    .string()
    .trim()
    .min(1, 'Say why: the other members read it.')
    .max(MAX_EXCEPTION_WHY_LENGTH)
    .refine((value) => textMistake(value) === null, 'One paragraph of plain text.'),
  until: z.string().refine(isDay, 'A day that exists, as YYYY-MM-DD.'),
});

export type TermExceptionRequest = z.infer<typeof TermExceptionRequest>;
