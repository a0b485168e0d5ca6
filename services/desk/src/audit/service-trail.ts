/**
 * The trail of what belongs to no issuer: applying, what stewards decide, and who they are. An issuer’s
 * own trail begins with its acceptance, so that it tells nothing of others who asked for its name.
 */
export const SERVICE_TRAIL = '';
