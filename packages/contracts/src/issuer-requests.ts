import { LOGO_TYPES } from '@laurel/core/issuer';
import { slugMistake } from '@laurel/core/issuer-slug';
import { readLanguageTag } from '@laurel/core/language-tag';
import { readProofLink } from '@laurel/core/proof-link';
import * as z from 'zod';

export const MAX_LANGUAGES = 30;
export const MAX_NAME_LENGTH = 120;
export const MAX_DESCRIPTION_LENGTH = 1_000;

export const Language = z
  .string()
  .refine((tag) => readLanguageTag(tag) === tag, 'Must be a language tag, such as ha or pt-BR.');

/** Texts by language tag, one language at least. */
export function textsOf(maxLength: number) {
  return z.record(Language, z.string().trim().min(1).max(maxLength)).refine((texts) => {
    const { length } = Object.keys(texts);
    return length >= 1 && length <= MAX_LANGUAGES;
  }, `Must have between 1 and ${MAX_LANGUAGES} languages.`);
}

const Names = textsOf(MAX_NAME_LENGTH);
const Descriptions = textsOf(MAX_DESCRIPTION_LENGTH);
const Username = z.string().trim().min(1).max(1_000);

/** `POST /api/v1/applications`: asks to become an issuer. */
export const ApplicationRequest = z.strictObject({
  slug: z
    .string()
    .refine((slug) => slugMistake(slug) !== 'shape', 'Must be a-z and 0-9, joined by hyphens.')
    .refine((slug) => slugMistake(slug) !== 'reserved', 'Nobody can have this one.'),
  names: Names,
  descriptions: Descriptions,
  proof: z
    .string()
    .refine(
      (link) => readProofLink(link) !== null,
      'Must be a permanent link to an edit of a Wikimedia wiki.',
    ),
  contacts: z.tuple([Username, Username]),
});

export type ApplicationRequest = z.infer<typeof ApplicationRequest>;

/** `PATCH /api/v1/issuers/{slug}`: what is given takes the place of what was there. */
export const IssuerPatch = z
  .strictObject({ names: Names, descriptions: Descriptions })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'Must change something.');

export type IssuerPatch = z.infer<typeof IssuerPatch>;

/**
 * `PUT /api/v1/issuers/{slug}/logo`: a file in base64; what it is, its bytes say. `mayUseMark` says that
 * the issuer may use what is drawn in it.
 */
export const LogoRequest = z.strictObject({
  file: z.base64(),
  type: z.enum(LOGO_TYPES).optional(),
  mayUseMark: z.boolean(),
});

/** `PUT /api/v1/issuers/{slug}/seats`: whether everybody is told which roles end soon. */
export const SeatsRequest = z.strictObject({ public: z.boolean() });
