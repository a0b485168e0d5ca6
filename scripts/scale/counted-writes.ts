type Database = Awaited<ReturnType<import('miniflare').Miniflare['getD1Database']>>;

const COUNTS = 'scale_counts';

/** Has a local database count what is written to its tables from now on. */
export async function countWrites(database: Database): Promise<void> {
  await database
    .prepare(`create table ${COUNTS} (counted text primary key, writes integer not null)`)
    .run();
  const { results } = await database
    .prepare(
      `select name from sqlite_master where type = 'table'
        and name not like 'sqlite%' and name not like '\\_cf%' escape '\\' and name <> '${COUNTS}'`,
    )
    .all<{ name: string }>();
  for (const { name } of results) {
    await database.prepare(`insert into ${COUNTS} values (?, 0)`).bind(name).run();
    for (const act of ['insert', 'update', 'delete']) {
      await database
        .prepare(
          `create trigger "${COUNTS}_${name}_${act}" after ${act} on "${name}" begin
            update ${COUNTS} set writes = writes + 1 where counted = '${name}'; end`,
        )
        .run();
    }
  }
}

/** How many rows were inserted, changed or deleted since, by table. */
export async function writesSince(database: Database): Promise<ReadonlyMap<string, number>> {
  const { results } = await database
    .prepare(`select counted, writes from ${COUNTS}`)
    .all<{ counted: string; writes: number }>();
  return new Map(results.map(({ counted, writes }) => [counted, writes]));
}
