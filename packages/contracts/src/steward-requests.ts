import { ISSUER_KINDS } from '@laurel/core/issuer';
import * as z from 'zod';
import { MAX_GRANT_DAYS } from './member-requests.ts';

/** `POST /api/v1/stewards/applications/{id}/accept`: `vouchedBy` is public, as who vouches. */
export const Acceptance = z.strictObject({
  kind: z.enum(ISSUER_KINDS),
  vouchedBy: z.string().trim().min(1).max(200),
});

export type Acceptance = z.infer<typeof Acceptance>;

/** `POST /api/v1/stewards/applications/{id}/decline`: words for the applicant alone. */
export const Declining = z.strictObject({ answer: z.string().trim().min(1).max(2_000) });

/** `POST /api/v1/stewards`: appoints a steward until a day, or renews one. */
export const StewardRequest = z.strictObject({
  username: z.string().trim().min(1).max(1_000),
  days: z.int().min(1).max(MAX_GRANT_DAYS),
});

/** `POST /api/v1/stewards/issuers/{slug}/grants`: a new admin for an issuer that has none, for a year. */
export const AdminRequest = StewardRequest.omit({ days: true });
