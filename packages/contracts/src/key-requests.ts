import { KEY_ALGORITHMS } from '@laurel/core/verification-key';
import * as z from 'zod';

/** `POST /api/v1/stewards/keys/{slug}/rotation`: of one algorithm, or of all. */
export const KeyRotation = z.strictObject({ algorithm: z.enum(KEY_ALGORITHMS).optional() });

/** `POST /api/v1/stewards/keys/{slug}/{key}/compromise`: since when the key cannot be trusted. */
export const KeyCompromise = z.strictObject({ since: z.iso.datetime({ offset: true }) });
