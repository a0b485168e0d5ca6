import { REVOCATION_REASONS } from '@laurel/core/award';
import * as z from 'zod';

/** `POST /api/v1/awards/{id}/revocation`. */
export const RevocationRequest = z.strictObject({ reason: z.enum(REVOCATION_REASONS) });
