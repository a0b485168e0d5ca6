import { readdirSync, readFileSync } from 'node:fs';
import type { Miniflare } from 'miniflare';

type Database = Awaited<ReturnType<Miniflare['getD1Database']>>;

/** The table in which wrangler keeps the migrations that it applied, so that both tools agree. */
const APPLIED = 'd1_migrations';

/** Applies the migrations of `migrations/{store}` that have not run yet, each whole or not at all. */
export async function applyMigrations(
  database: Database,
  store: 'public' | 'private',
): Promise<void> {
  await database.exec(
    `create table if not exists ${APPLIED} (id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)`,
  );
  const { results } = await database.prepare(`select name from ${APPLIED}`).all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const directory = `migrations/${store}`;
  const pending = readdirSync(directory)
    .filter((file) => file.endsWith('.sql') && !applied.has(file))
    .sort();
  for (const file of pending) {
    const statements = readFileSync(`${directory}/${file}`, 'utf8').split(
      '--> statement-breakpoint',
    );
    await database.batch([
      ...statements.map((statement) => database.prepare(statement)),
      database.prepare(`insert into ${APPLIED} (name) values (?)`).bind(file),
    ]);
  }
}
