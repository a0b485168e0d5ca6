import { AWARD_STATES_FOR_ISSUER } from '@laurel/core/award';
import * as z from 'zod';

/** `POST /api/v1/issuers/{slug}/awards/search`: a name is in the body, never in an address. */
export const AwardSearch = z.strictObject({
  username: z.string().max(1_000).optional(),
  achievement: z.string().max(200).optional(),
  state: z.enum(AWARD_STATES_FOR_ISSUER).optional(),
  page: z.int().min(1).max(100_000).optional(),
});

export type AwardSearch = z.infer<typeof AwardSearch>;
