/** The document whose tables are reckoned. */
export const SCALE_DOCUMENT = 'docs/scale.md';

/**
 * A document with these tables in the places that it names: between `<!-- name -->` and `<!-- end -->`. Throws where
 * it has no place for one, or a place for one that there is not.
 */
export function documentWith(text: string, tables: Readonly<Record<string, string>>): string {
  const left = new Set(Object.keys(tables));
  const filled = text.replace(/<!-- ([a-z0-9-]+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const table = tables[name];
    if (table === undefined) throw new Error(`there is no table ${name}`);
    left.delete(name);
    return `<!-- ${name} -->\n\n${table}\n\n<!-- end -->`;
  });
  if (left.size > 0) throw new Error(`no place for ${[...left].join(', ')}`);
  return filled;
}
