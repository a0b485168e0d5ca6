/** A row as people read it. */
type Readable = Readonly<Record<string, unknown>>;

/**
 * A row with its moments as dates and times (RFC 3339, UTC) in the place of seconds: `offeredAtSeconds` is
 * `offeredAt`. What is empty stands as null.
 */
export function readable(row: Readable): Readable {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) =>
      name.endsWith('Seconds') && typeof value === 'number'
        ? [name.slice(0, -'Seconds'.length), new Date(value * 1000).toISOString()]
        : [name.replace(/Seconds$/, ''), value === '' ? null : value],
    ),
  );
}

/** The same of many. */
export function readableRows(rows: readonly Readable[]): readonly Readable[] {
  return rows.map(readable);
}
