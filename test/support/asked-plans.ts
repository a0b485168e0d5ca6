export type Asked = { readonly sql: string; readonly values: readonly unknown[] };

/** A database as it is, which keeps what it is asked, with the values, and how often anybody waited for it. */
export function keepingWhatIsAsked(database: D1Database) {
  const asked: Asked[] = [];
  const batches: number[] = [];
  const keeping = new Proxy(database, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          batches.push(statements.length);
          return target.batch(statements);
        };
      }
      if (name !== 'prepare') return member.bind(target);
      return (sql: string) =>
        new Proxy(target.prepare(sql), {
          get: (statement, part) => {
            if (part !== 'bind') return Reflect.get(statement, part);
            return (...values: unknown[]) => {
              asked.push({ sql, values });
              return statement.bind(...values);
            };
          },
        });
    },
  });
  /** A batch is one round trip, and so is each statement that is in none. */
  const roundTrips = () =>
    asked.length + batches.reduce((trips, statements) => trips + 1 - statements, 0);
  return { keeping, asked, roundTrips };
}

/**
 * How SQLite goes about a statement (SQLite, EXPLAIN QUERY PLAN): a line for each table, such as
 * `SEARCH awards USING INDEX …` or, where every row is read, `SCAN awards`.
 */
export async function planOf(
  database: D1Database,
  { sql, values }: Asked,
): Promise<readonly string[]> {
  const { results } = await database
    .prepare(`explain query plan ${sql}`)
    .bind(...values)
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail);
}
