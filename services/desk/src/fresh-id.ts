import { ID_RANDOM_BYTES, idFrom } from '@laurel/core/id';

/** A new id of ours from the platform's randomness. */
export function freshId(): string {
  return idFrom(crypto.getRandomValues(new Uint8Array(ID_RANDOM_BYTES)));
}
