import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { proseOf } from '@laurel/core/prose';
import * as z from 'zod';
import { EvidenceUrl, Language, Period } from './award-request.ts';

/** A story of a few sentences; and a few kind words. In characters. */
export const STORY_LENGTH = { min: 20, max: 2_000 } as const;
export const ANSWER_LENGTH = { min: 10, max: 1_000 } as const;

/** Several lines of plain text, in any script. */
export function prose({ min, max }: { readonly min: number; readonly max: number }) {
  return z.string().max(10_000).overwrite(proseOf).min(min).max(max);
}

/** `POST /api/v1/nominations`: in the name of whoever is signed in. */
export const NominationRequest = z.strictObject({
  /** The issuer's slug. */
  issuer: z.string().min(1).max(63),
  /** The achievement's slug, its id, or its address. */
  achievement: z.string().min(1).max(200),
  /** Whom to recognise. */
  username: z.string().trim().min(1).max(1_000),
  /** What they did, in plain text. */
  story: prose(STORY_LENGTH),
  evidence: z.strictObject({ class: z.enum(EVIDENCE_CLASSES), url: EvidenceUrl.optional() }),
  /** The language of the story. */
  language: Language.optional(),
});
export type NominationRequest = z.infer<typeof NominationRequest>;

/** `POST /api/v1/issuers/{slug}/nominations/{id}/award`: consent is always asked for. */
export const NominationAwardRequest = z.strictObject({
  language: Language.optional(),
  period: Period.optional(),
  /** A link that certificates may show; the nominator's is shown only where it is repeated here. */
  url: EvidenceUrl.optional(),
});
export type NominationAwardRequest = z.infer<typeof NominationAwardRequest>;

/** `POST /api/v1/issuers/{slug}/nominations/{id}/decline`: what the nominator is told, and nobody else. */
export const NominationDeclineRequest = z.strictObject({ answer: prose(ANSWER_LENGTH) });
