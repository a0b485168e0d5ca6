import type { OwnCredential } from './own-credentials.ts';

/**
 * True where credentials shown together say different things of who holds them: then what one tells,
 * a stranger knows of the others. Two names are different things as well.
 */
export function mixesDisclosures(own: readonly OwnCredential[]): boolean {
  return saidOfHolder(own).size > 1;
}

/** Each way in which some of these name their holder, or do not. */
export function saidOfHolder(own: readonly OwnCredential[]): ReadonlySet<string> {
  return new Set(
    own.map(({ credential: { disclosure, name } }) => JSON.stringify([disclosure, name])),
  );
}
