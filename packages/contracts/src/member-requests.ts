import { GRANTS } from '@laurel/core/issuer';
import * as z from 'zod';

/** The longest that a grant lasts before another person renews it, in days. */
export const MAX_GRANT_DAYS = 366;

/** `POST /api/v1/issuers/{slug}/members`: gives a grant, or renews one until a new day. */
export const GrantRequest = z.strictObject({
  username: z.string().trim().min(1).max(1_000),
  grant: z.enum(GRANTS),
  days: z.int().min(1).max(MAX_GRANT_DAYS),
});

/**
 * `POST /api/v1/issuers/{slug}/members/handover`: all that one has, to another. Without `member` it is
 * the caller’s own; what is another’s takes an admin.
 */
export const HandoverRequest = z.strictObject({
  member: z.string().trim().min(1).max(1_000).optional(),
  successor: z.string().trim().min(1).max(1_000),
});
