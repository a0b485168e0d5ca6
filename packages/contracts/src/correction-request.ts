import * as z from 'zod';
import { AwardRequest } from './award-request.ts';

const { period, hours } = AwardRequest.shape;

/**
 * `POST /api/v1/awards/{id}/correction`. What it leaves out stays as it was; `null` takes a period or
 * hours away. Consent is as it was, unless the person is to be asked now.
 */
export const CorrectionRequest = AwardRequest.omit({ recipients: true }).partial().extend({
  period: period.unwrap().nullable().optional(),
  hours: hours.unwrap().nullable().optional(),
  /** That the person agreed to the corrected text on paper; needed where consent is on paper. */
  consentDeclared: z.boolean().optional(),
});

export type CorrectionRequest = z.infer<typeof CorrectionRequest>;
