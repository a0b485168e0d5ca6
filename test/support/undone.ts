import type { Migration } from './seeded-tables.ts';

/** The statements that take away what a migration added, the last first: the schema that Workers of after it may meet. */
export function undoing({ statements }: Migration): readonly string[] {
  return statements
    .map(undo)
    .filter((sql) => sql !== null)
    .reverse();
}

function undo(statement: string): string | null {
  const [, table] = /^create table `(\w+)`/i.exec(statement) ?? [];
  if (table !== undefined) return `drop table "${table}"`;
  const [, index] = /^create (?:unique )?index `(\w+)`/i.exec(statement) ?? [];
  if (index !== undefined) return `drop index if exists "${index}"`;
  const [, altered, column] = /^alter table `(\w+)` add `(\w+)`/i.exec(statement) ?? [];
  if (altered !== undefined) return `alter table "${altered}" drop column "${column}"`;
  // An index that is made anew elsewhere; whatever else is for a person to undo.
  if (/^drop index/i.test(statement)) return null;
  throw new Error(`not known how to undo: ${statement.slice(0, 60)}`);
}
