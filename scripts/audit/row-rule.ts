import { z } from 'zod';
import type { Ask } from './ask.ts';
import { type Invariant, inEachPublic } from './invariant.ts';

/** Rows that one statement looks at: few enough for the 30 seconds that D1 gives it (Cloudflare D1, "Limits"). */
const ROWS_PER_STATEMENT = 5_000;

/** An invariant of the rows of one table, told by what stands in the same database. */
export type RowRule = {
  readonly name: string;
  readonly sentence: string;
  readonly store: 'PUBLIC' | 'PRIVATE';
  readonly table: string;
  /** SQL of what a row is told by; the table is called `one`. */
  readonly id: string;
  /** SQL that is true of a row which breaks it. */
  readonly broken: string;
};

const Ids = z.array(z.union([z.string(), z.number()]));

/** The rule as an invariant: of each page only the ids of what breaks it leave the database. */
export function ofRows({ name, sentence, ...rule }: RowRule): Invariant {
  return rule.store === 'PRIVATE'
    ? { name, sentence, breaches: ({ ask }) => brokenRows(ask, rule) }
    : inEachPublic({ name, sentence, breaches: (ask) => brokenRows(ask, rule) });
}

async function* brokenRows(
  ask: Ask,
  { store, table, id, broken }: Omit<RowRule, 'name' | 'sentence'>,
): AsyncGenerator<string> {
  for (let after: number | null = -1; after !== null; ) {
    const [page] = await ask(
      store,
      `select count(*) as seen, max(place) as last,
        json_group_array(id) filter (where broken) as ids
        from (select one.rowid as place, ${id} as id, (${broken}) as broken from ${table} as one
          where one.rowid > ${after} order by one.rowid limit ${ROWS_PER_STATEMENT})`,
    );
    for (const one of Ids.parse(JSON.parse(String(page?.ids)))) yield String(one);
    after = Number(page?.seen) < ROWS_PER_STATEMENT ? null : Number(page?.last);
  }
}
