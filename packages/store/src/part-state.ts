import { type SQL, sql } from 'drizzle-orm';
import type { partStates as privateStates } from './private/part-states.ts';
import type { partStates as publicStates } from './public/part-states.ts';

/** What an insert into either table of states writes, and what it does where the part stands there already. */
type NotedState<Table> = {
  readonly values: {
    readonly part: string;
    readonly ok: boolean;
    readonly sinceSeconds: number;
    readonly seenAtSeconds: number;
  };
  readonly unlessNew: {
    readonly target: Table;
    readonly set: {
      readonly ok: boolean;
      readonly seenAtSeconds: number;
      readonly sinceSeconds: SQL;
    };
  };
};

/** That a part was looked at, or that a schedule ticked; a state that lasts keeps its beginning. */
export function notedState<Table extends typeof privateStates | typeof publicStates>(
  table: Table,
  part: string,
  ok: boolean,
  nowSeconds: number,
): NotedState<Table['part']> {
  return {
    values: { part, ok, sinceSeconds: nowSeconds, seenAtSeconds: nowSeconds },
    unlessNew: {
      target: table.part,
      set: {
        ok,
        seenAtSeconds: nowSeconds,
        sinceSeconds: sql`iif(${table.ok} = ${ok ? 1 : 0}, ${table.sinceSeconds}, ${nowSeconds})`,
      },
    },
  };
}
