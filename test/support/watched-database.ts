/** A database as it is, which tells what it is asked: its statements as written, its calls by name. */
export function watched(database: D1Database) {
  const asked: string[] = [];
  const watching = new Proxy(database, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        asked.push(name === 'prepare' ? String(given[0]) : String(name));
        return Reflect.apply(member, target, given);
      };
    },
  });
  return { watching, asked };
}
