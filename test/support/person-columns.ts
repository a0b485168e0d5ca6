import type { Laurel } from './laurel.ts';

/** By its name a column says that it holds somebody. */
const PERSON =
  /(?:account_id|username|holder|nominee|nominator|mentor|mentee|muted|applicant|contacts|writings|_by)$/;

/** Called as if it did: another credential, a word for who ended it, whatever a stranger says of themselves. */
const NOBODY = [
  'awards.superseded_by',
  'credentials.superseded_by',
  'webhooks.ended_by',
  'confirmations.asked_by',
  // Which of the two.
  'mentorships.asked_by',
  'mentorships.taken_back_by',
  // A wish.
  'mentorships.names_mentee',
];

/** Every table of both databases, and every column that holds somebody by its name. */
export async function tablesAndPersonColumns(laurel: Laurel) {
  const tables: string[] = [];
  const columns: string[] = [];
  for (const binding of ['PUBLIC', 'PRIVATE'] as const) {
    const store = await laurel.runtime.miniflare.getD1Database(binding, 'laurel-signer');
    const { results } = await store
      .prepare(
        `select tables.name as "table", columns.name as "column"
          from sqlite_master as tables, pragma_table_info(tables.name) as columns
          where tables.type = 'table' and tables.name not like 'sqlite_%'
            and tables.name not like '_cf_%'`,
      )
      .all<{ table: string; column: string }>();
    for (const { table, column } of results) {
      if (!tables.includes(table)) tables.push(table);
      if (PERSON.test(column)) columns.push(`${table}.${column}`);
    }
  }
  return { tables, columns: columns.filter((column) => !NOBODY.includes(column)) };
}
