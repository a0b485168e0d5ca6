import type { LanguageMap } from '@laurel/core/language';
import { textMistake } from '@laurel/core/plain-text';
import { MAX_SIGNATORY_LENGTH } from '@laurel/core/signatory';
import * as z from 'zod';
import { Language, MAX_LANGUAGES } from './issuer-requests.ts';

/** One line in the one way of writing it (NFC), as people see it: spaces are single, and between words. */
const Line = z
  .string()
  .overwrite((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
  .min(1)
  .max(MAX_SIGNATORY_LENGTH)
  .refine((text) => /\p{L}/u.test(text), 'Must have a letter.')
  .refine(
    (text) => textMistake(text) === null,
    'Must not hold characters that nobody sees, or that turn other text around.',
  );

const Lines = z
  .record(Language, Line)
  .refine(
    (texts) => Object.keys(texts).length <= MAX_LANGUAGES,
    `Must have at most ${MAX_LANGUAGES} languages.`,
  );

/**
 * `PUT /api/v1/issuers/{slug}/signatories/own`: offers to be named on certificates, with these texts.
 * `agree` says that they may be public.
 */
export const SigningOffer = z.strictObject({
  names: Lines.refine(
    (names: LanguageMap) => Object.keys(names).length > 0,
    'Must have one language at least.',
  ),
  offices: Lines.default({}),
  agree: z.literal(true),
});

export type SigningOffer = z.infer<typeof SigningOffer>;
