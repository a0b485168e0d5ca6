import { mixesDisclosures, saidOfHolder } from '../mixes-disclosures.ts';
import type { OwnCredential } from '../own-credentials.ts';

/** True where these connect something that those before did not say, with anything else. */
export function connectsMore(
  before: readonly OwnCredential[],
  now: readonly OwnCredential[],
): boolean {
  const saidBefore = saidOfHolder(before);
  return mixesDisclosures(now) && [...saidOfHolder(now)].some((said) => !saidBefore.has(said));
}

/** Credentials that can be in a collection: not erased, and with a link that can be on. */
export function collectable(own: readonly OwnCredential[]): readonly OwnCredential[] {
  return own.filter(
    ({ credential: { state, linkRetired } }) => state !== 'withdrawn' && !linkRetired,
  );
}

/** Those of these ids, in their order. */
export function inOrder(
  own: readonly OwnCredential[],
  ids: readonly string[],
): readonly OwnCredential[] {
  return ids.flatMap((id) => own.find(({ credential }) => credential.credentialId === id) ?? []);
}
