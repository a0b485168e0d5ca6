import { classOfId, ID_RANDOM_BYTES, idFrom } from '@laurel/core/id';
import { classOfDatabase } from '@laurel/store/directory/databases-of-id';
import type { Signing } from './env.ts';

/** A new id of ours from the platform's randomness. */
export function freshId(): string {
  return idFrom(crypto.getRandomValues(new Uint8Array(ID_RANDOM_BYTES)));
}

/** One by which what it names is found in the database at hand. */
export function freshIdIn({ database }: Signing): string {
  const wanted = classOfDatabase(database);
  for (;;) {
    const id = freshId();
    if (wanted === null || classOfId(id) === wanted) return id;
  }
}

/** A new `urn:uuid` (RFC 9562, version 4). */
export function freshUrn(): string {
  return `urn:uuid:${crypto.randomUUID()}`;
}
