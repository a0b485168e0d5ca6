/** What a database was asked. */
export type CountedReads = {
  readonly database: D1Database;
  readonly counts: { roundTrips: number; statements: number; rowsRead: number };
};

/** A database as it is, which counts what it is asked, and the rows that are read for it (`meta` of D1). */
export function countedReads(database: D1Database): CountedReads {
  const counts = { roundTrips: 0, statements: 0, rowsRead: 0 };
  const plain = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const add = ({ meta }: D1Result) => {
    counts.statements += 1;
    counts.rowsRead += meta.rows_read;
  };
  const statement = (real: D1PreparedStatement): D1PreparedStatement => {
    const counted = new Proxy(real, {
      get: (target, name) => {
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values));
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...given: unknown[]) => {
          counts.roundTrips += 1;
          // Raw rows come without what is wanted of them here.
          add(await target.all());
          return Reflect.apply(member, target, given);
        };
      },
    });
    plain.set(counted, real);
    return counted;
  };
  const counted = new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') return (query: string) => statement(target.prepare(query));
      if (name === 'batch') {
        return async (statements: readonly D1PreparedStatement[]) => {
          counts.roundTrips += 1;
          const results = await target.batch(statements.map((one) => plain.get(one) ?? one));
          for (const result of results) add(result);
          return results;
        };
      }
      return Reflect.get(target, name);
    },
  });
  return { database: counted, counts };
}
