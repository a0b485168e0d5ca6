import type { JsonObject } from '@laurel/core/json';
import type { Presented } from './read.ts';

/** The document as it was signed, with nothing added and nothing left out. */
export function asSigned(presented: Presented): JsonObject {
  return presented.form === 'jwt' ? presented.payload : presented.credential;
}
