import type { OwnCredential } from '../own-credentials.ts';

/**
 * True where credentials shown together say different things of who holds them: then what one tells,
 * a stranger knows of the others.
 */
export function mixesDisclosures(own: readonly OwnCredential[]): boolean {
  return new Set(own.map(({ credential }) => credential.disclosure)).size > 1;
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
