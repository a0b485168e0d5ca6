/**
 * The databases that PUBLIC is spread over, as a Worker is bound to them: PUBLIC, then PUBLIC_2, PUBLIC_3 and so
 * on, without a gap. Each is migrated as PUBLIC is, and has all of its tables.
 */
export type PublicBindings = {
  readonly PUBLIC: D1Database;
  readonly [further: `PUBLIC_${number}`]: D1Database;
};

/** The number of the one that PUBLIC itself is: it alone has the directory, and what is the service's own. */
export const FIRST = 1;

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
