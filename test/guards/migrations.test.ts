import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import {
  insertAny,
  type Migration,
  migrate,
  migrated,
  migrationsOf,
  tablesOf,
} from '../support/seeded-tables.ts';

const STORES = ['public', 'private'] as const;

/** Those from before anything was deployed may take away and rewrite; no later one is added here. */
const BEFORE_ANY_DEPLOYMENT: Readonly<Record<string, readonly string[]>> = {
  public: ['0000_first', '0001_the-desk'],
  private: ['0000_first', '0001_the-desk'],
};

/**
 * What a migration may do while the Workers of before go on serving (docs/adr/0049): add tables, columns that need not be
 * written, and indexes; and make an index anew. What is to go goes in a later one, once nothing reads it.
 */
const ADDING = [
  /^create (?:unique )?index\b/i,
  /^create table\b/i,
  /^create trigger\b/i,
  /^drop index\b/i,
  /^alter table \S+ add \S+ (?:text|integer|real)(?! not null$)(?:$| default .+ not null$| generated always as .+$)/is,
];

/** An index that forbids what the Workers of before may write, by its migration, with why it does not. */
const UNIQUE_ON_OLD_TABLES: Readonly<Record<string, string>> = {
  '0002_webhooks: webhook_deliveries_once': 'of a subject, which Workers of before leave out',
  '0004_keys: verification_keys_waiting': 'of waiting keys, which Workers of before do not make',
};

describe.each(STORES)('the migrations of %s', (store) => {
  const migrations = migrationsOf(store);
  const steps = migrations
    .slice(1)
    .map((migration, at) => ({ migration, before: migrations.slice(0, at + 1) }));
  const later = migrations.filter(
    ({ name }) => BEFORE_ANY_DEPLOYMENT[store]?.includes(name) !== true,
  );

  test('only add, so that Workers of before and after it serve beside each other', () => {
    const others = later.flatMap(({ name, statements }) =>
      statements
        .map((statement) => statement.replace(/;$/, ''))
        .filter((statement) => statement !== '' && !ADDING.some((form) => form.test(statement)))
        .map((statement) => `${name}: ${statement.slice(0, 80)}`),
    );
    expect(others).toEqual([]);
  });

  test('forbid nothing in a table that is there already', () => {
    const forbidding = later.flatMap(({ name, statements }) => {
      const made = statements.flatMap(
        (statement) => /^create table `(\w+)`/i.exec(statement)?.[1] ?? [],
      );
      const dropped = statements.flatMap(
        (statement) => /^drop index `(\w+)`/i.exec(statement)?.[1] ?? [],
      );
      return statements.flatMap((statement) => {
        const [, index = '', on = ''] =
          /^create unique index `(\w+)` on `(\w+)`/i.exec(statement) ?? [];
        return index === '' || made.includes(on) || dropped.includes(index)
          ? []
          : [`${name}: ${index}`];
      });
    });
    expect(forbidding.filter((one) => UNIQUE_ON_OLD_TABLES[one] === undefined)).toEqual([]);
  });

  test.each(steps)(
    '$migration.name keeps every row of every table that was there',
    ({ migration, before }) => {
      const database = seeded(before);
      const rows = everyRow(database);
      expect(Object.keys(rows).length).toBeGreaterThan(3);

      migrate(database, migration);

      const after = everyRow(database);
      for (const [table, [columns, old]] of Object.entries(rows)) {
        const rewritten = REWRITTEN[`${migration.name} ${table}`] ?? [];
        const kept = columns.filter((column) => !rewritten.includes(column));
        expect(only(after[table]?.[1] ?? [], kept), table).toEqual(only(old, kept));
      }
    },
  );

  test.each(steps.filter(({ migration }) => later.includes(migration)))(
    'after $migration.name the Workers of before can write what they wrote',
    ({ migration, before }) => {
      const database = migrated(before);
      const tables = tablesOf(database);
      migrate(database, migration);
      for (const [table, columns] of tables) insertAny(database, table, columns, 1);
    },
  );
});

/** What a migration from before any deployment changes on purpose. */
const REWRITTEN: Readonly<Record<string, readonly string[]>> = {
  // People became random keys.
  '0001_the-desk audit': ['actor'],
};

function seeded(migrations: readonly Migration[]): DatabaseSync {
  const database = migrated(migrations);
  for (const [table, columns] of tablesOf(database)) insertAny(database, table, columns, 2);
  return database;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Of every table its columns and its rows. */
function everyRow(
  database: DatabaseSync,
): Readonly<Record<string, readonly [readonly string[], Rows]>> {
  return Object.fromEntries(
    [...tablesOf(database)].map(([table, columns]) => [
      table,
      [
        columns.map(({ name }) => name),
        database.prepare(`select * from "${table}" order by rowid`).all(),
      ] as const,
    ]),
  );
}

function only(rows: Rows, columns: readonly string[]): Rows {
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
}
