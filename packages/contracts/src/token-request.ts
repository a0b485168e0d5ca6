import { TOKEN_SCOPES } from '@laurel/core/issuer';
import * as z from 'zod';

/** The longest that a token lasts, in days. */
export const MAX_TOKEN_DAYS = 366;

/** `POST /api/v1/issuers/{slug}/tokens`. */
export const TokenRequest = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1),
  days: z.int().min(1).max(MAX_TOKEN_DAYS),
});

export type TokenRequest = z.infer<typeof TokenRequest>;
