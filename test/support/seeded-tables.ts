import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { randomFrom } from './random-from.ts';

export type Migration = { readonly name: string; readonly statements: readonly string[] };

/** The migrations of a store in the order in which they run. */
export function migrationsOf(store: 'public' | 'private'): readonly Migration[] {
  return readdirSync(`migrations/${store}`)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.sql$/, ''),
      statements: readFileSync(`migrations/${store}/${file}`, 'utf8')
        .split('--> statement-breakpoint')
        .map((statement) => statement.trim()),
    }));
}

/** A database with the first of a store's migrations. */
export function migrated(migrations: readonly Migration[]): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  for (const migration of migrations) migrate(database, migration);
  return database;
}

/** Runs a migration, whole or not at all. */
export function migrate(database: DatabaseSync, { statements }: Migration): void {
  database.exec(`begin; ${statements.join(';\n')}; commit`);
}

export type Column = {
  readonly name: string;
  readonly type: string;
  readonly mayBeNull: boolean;
};

/** Every table, with the columns that can be written. */
export function tablesOf(database: DatabaseSync): ReadonlyMap<string, readonly Column[]> {
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all();
  return new Map(
    tables.map(({ name }) => [
      String(name),
      database
        .prepare(`select name, type, "notnull" as required from pragma_table_info('${name}')`)
        .all()
        .map((column) => ({
          name: String(column.name),
          type: String(column.type).toLowerCase(),
          mayBeNull: column.required === 0,
        })),
    ]),
  );
}

const MAX_TRIES = 50_000;

/** Texts that some column wants: JSON of either kind, nothing, a moment, a salt. */
const TEXTS = ['', '[]', '{}', '2026-11-14', 'x'.repeat(44)];

/**
 * Writes rows into a table whose values are nobody's, with these columns alone: it tries values that the table's own SQL
 * speaks of until its constraints take them. Throws where they take none.
 */
export function insertAny(
  database: DatabaseSync,
  table: string,
  columns: readonly Column[],
  wanted: number,
): void {
  const random = randomFrom(table.length);
  const pick = <Value>(values: readonly Value[]): Value | undefined =>
    values[Math.floor(random() * values.length)];
  const texts = [...TEXTS, ...wordsAbout(database, table)];
  const named = columns.map(({ name }) => `"${name}"`).join(', ');
  const insert = database.prepare(
    `insert into "${table}" (${named}) values (${columns.map(() => '?').join(', ')})`,
  );
  let written = 0;
  for (let tries = 0; written < wanted && tries < MAX_TRIES; tries += 1) {
    const values = columns.map(({ name, type, mayBeNull }) => {
      if (mayBeNull && random() < 0.5) return null;
      if (type !== 'text') return pick([0, 1, 1_000 + tries]) ?? null;
      // A later migration may look into it.
      if (name === 'document') return `{"some":${tries}}`;
      return pick([`some ${tries}`, pick(texts) ?? '']) ?? null;
    });
    try {
      insert.run(...values);
      written += 1;
    } catch {
      // Not these.
    }
  }
  if (written < wanted) throw new Error(`${table} takes no row`);
}

/** The words in quotes of a table's SQL and of its indexes: states, and whatever else constraints ask for. */
function wordsAbout(database: DatabaseSync, table: string): readonly string[] {
  const rows = database
    .prepare('select sql from sqlite_master where tbl_name = ? and sql is not null')
    .all(table);
  return rows.flatMap(({ sql }) =>
    [...String(sql).matchAll(/'(\w+)'/g)].map(([, word = '']) => word),
  );
}
