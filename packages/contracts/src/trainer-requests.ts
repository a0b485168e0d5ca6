import { isDay } from '@laurel/core/day';
import { MAX_TRAINED_FOR, MAX_TRAINER_MONTHS, TRAINER_BEGINNINGS } from '@laurel/core/trainer';
import * as z from 'zod';

/**
 * `PUT /api/v1/issuers/{slug}/achievements/{achievement}/trainers`: what whoever completes a training may award
 * from then on, and for how long.
 */
export const TrainerRuleRequest = z.strictObject({
  /** Slugs of other achievements of the issuer. */
  mayAward: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(MAX_TRAINED_FOR)
    .refine((slugs) => new Set(slugs).size === slugs.length, 'Names an achievement twice.'),
  months: z.int().min(1).max(MAX_TRAINER_MONTHS),
  /** `given`: an admin gives it to each. `accepted`: it begins once the training is accepted. */
  begins: z.enum(TRAINER_BEGINNINGS).default('given'),
});

export type TrainerRuleRequest = z.infer<typeof TrainerRuleRequest>;

/** `PUT /api/v1/issuers/{slug}/trainers/{award}`: lets somebody award, or renews it. */
export const TrainerGrantRequest = z.strictObject({
  /** The last day; without one, so many months as the training says. */
  until: z.string().refine(isDay, 'Must be a day, as 2027-01-31.').optional(),
});
