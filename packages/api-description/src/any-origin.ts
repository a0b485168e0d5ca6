/** What stands for the origin in a description that is made before it is known where it is served. */
export const ANY_ORIGIN = 'https://origin.invalid';

/** A description, as JSON, of an API at an origin. */
export function describedAt(origin: string, description: string): string {
  return description.replaceAll(ANY_ORIGIN, origin);
}
