import { refuse } from '@laurel/core/result';
import type { Retrieve } from '@laurel/verification/retrieve';

/** What one verification may ask of other servers. */
export function retrieveWithin(): Retrieve {
  return async (url) => refuse({ finding: 'unreachable', at: url });
}
