import type { PublicDatabase } from './database.ts';

/** Answers statements of a database that are built once for it: to build one takes as long as SQLite takes to carry it out. */
export function preparedFor<Prepared>(
  prepare: (db: PublicDatabase) => Prepared,
): (db: PublicDatabase) => Prepared {
  const before = new WeakMap<PublicDatabase, Prepared>();
  return (db) => {
    const kept = before.get(db);
    if (kept !== undefined) return kept;
    const made = prepare(db);
    before.set(db, made);
    return made;
  };
}
