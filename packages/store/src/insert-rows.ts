import { type AnyColumn, getTableColumns, type InferInsertModel, is, SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { jsonChunks } from './json-chunks.ts';

/** Bound parameters of a statement (Cloudflare D1, "Limits"). */
const MAX_PARAMETERS = 100;

/**
 * Rows for `insert(table).select(…)`, as many statements as their size asks for, each with one bound parameter: what a
 * statement costs is then paid for a set of rows instead of for each.
 *
 * @param apart names of properties whose texts are long. Each is a parameter of its own, as to find a text of kilobytes
 *   within JSON costs as much as to insert it.
 */
export function rowsToInsert<Table extends SQLiteTable>(
  table: Table,
  rows: readonly InferInsertModel<Table>[],
  apart: readonly (keyof InferInsertModel<Table> & string)[] = [],
): readonly SQL[] {
  const values = rows.map((row) => jsonRow(table, row));
  if (apart.length === 0) {
    return jsonChunks(values).map(
      (chunk) => sql`select ${columnsIn(table)} from json_each(${chunk}) where true`,
    );
  }
  const places = apart.map((name) =>
    insertedColumns(table).findIndex(([property]) => property === name),
  );
  const most = Math.floor(MAX_PARAMETERS / (1 + apart.length));
  return Array.from({ length: Math.ceil(values.length / most) }, (_, at) =>
    rowsWithTexts(table, values.slice(at * most, (at + 1) * most), places),
  );
}

function rowsWithTexts(
  table: SQLiteTable,
  values: readonly (readonly unknown[])[],
  places: readonly number[],
): SQL {
  const given = values.map((row) => {
    const rest = JSON.stringify(row.map((value, at) => (places.includes(at) ? null : value)));
    return sql`(${sql.join(
      [rest, ...places.map((at) => row[at])].map((one) => sql`${one}`),
      sql`, `,
    )})`;
  });
  const columns = insertedColumns(table).map(([, column], at) => {
    const name = sql.identifier(column.name);
    const place = places.indexOf(at);
    return place === -1
      ? sql`given.column1 ->> ${sql.raw(String(at))} as ${name}`
      : sql`given.${sql.identifier(`column${place + 2}`)} as ${name}`;
  });
  return sql`select ${sql.join(columns, sql`, `)} from (values ${sql.join(given, sql`, `)}) as given where true`;
}

/**
 * A row as the database keeps it, in the order of the table's columns: what is left out has its default, or is null.
 * What is JSON in the database is a string here, so that its bytes stay as they are.
 */
export function jsonRow<Table extends SQLiteTable>(
  table: Table,
  row: InferInsertModel<Table>,
): readonly unknown[] {
  const given = new Map<string, unknown>(Object.entries(row));
  return insertedColumns(table).map(([name, column]) => {
    const value = given.get(name) ?? defaultOf(column);
    return value === null ? null : column.mapToDriverValue(value);
  });
}

/** Each column of a {@link jsonRow} that `json_each` calls `value`, under its name in the table. */
export function columnsIn(table: SQLiteTable): SQL {
  return sql.join(
    insertedColumns(table).map(
      ([, column], at) => sql`value ->> ${sql.raw(String(at))} as ${sql.identifier(column.name)}`,
    ),
    sql`, `,
  );
}

/** As an insertion names them; a column that the database works out by itself is none of them. */
export function insertedColumns(table: SQLiteTable): readonly (readonly [string, AnyColumn])[] {
  return Object.entries(getTableColumns(table)).filter(
    ([, column]) => column.generated === undefined,
  );
}

function defaultOf(column: AnyColumn): unknown {
  if (is(column.default, SQL)) throw new Error('a default that only the database knows');
  return column.default ?? null;
}
