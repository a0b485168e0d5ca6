import { SUSPENSION_REASONS } from '@laurel/core/award';
import * as z from 'zod';

/** `POST /api/v1/awards/{id}/suspension`. */
export const SuspensionRequest = z.strictObject({ reason: z.enum(SUSPENSION_REASONS) });
