/**
 * The databases that PUBLIC is spread over, as a Worker is bound to them: PUBLIC, then PUBLIC_2, PUBLIC_3 and so
 * on, without a gap. Each is migrated as PUBLIC is, and has all of its tables.
 */
export type PublicBindings = {
  readonly PUBLIC: D1Database;
  readonly [further: `PUBLIC_${number}`]: D1Database;
};

/** What one of them is bound as. */
export type PublicBinding = 'PUBLIC' | `PUBLIC_${number}`;

/** The number of the one that PUBLIC itself is: it alone has the directory, and what is the service's own. */
export const FIRST = 1;

/** As many as one tick of the cron comes to, at fifteen statements each (Cloudflare D1, "Limits": 1,000 queries an invocation). */
export const MAX_PUBLIC_DATABASES = 60;

/** What the one of a number is bound as. */
export function publicBinding(number: number): PublicBinding {
  return number === FIRST ? 'PUBLIC' : `PUBLIC_${number}`;
}

/** What as many of them are bound as, in the order of their numbers. */
export function publicBindings(count: number): readonly PublicBinding[] {
  return Array.from({ length: count }, (_, at) => publicBinding(at + FIRST));
}

/** All of them: number n stands at place n - 1. Throws for a gap, which is a database that was forgotten. */
export function boundDatabases(env: PublicBindings): readonly D1Database[] {
  const further = Object.keys(env).filter((name) => /^PUBLIC_[0-9]+$/.test(name));
  const databases = [env.PUBLIC];
  for (let number = 2; number < further.length + 2; number += 1) {
    const one = env[`PUBLIC_${number}`];
    if (one === undefined) throw new Error(`PUBLIC_${number} is not bound`);
    databases.push(one);
  }
  return databases;
}
