import type { PublicBinding } from '@laurel/store/directory/public-bindings';
import type { Store } from '../../development/state-files.ts';

/** What a statement answers, column by column. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Asks one of the databases, and changes nothing. */
export type Ask = (store: Store, sql: string) => Promise<readonly Row[]>;

/** All databases of a deployment, to be asked. */
export type Databases = {
  readonly ask: Ask;
  /** Those that PUBLIC is spread over: number n stands at place n - 1. */
  readonly publicStores: readonly PublicBinding[];
};

/** A text as it stands in a statement: neither wrangler nor a shell binds parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A set for `in`. D1 takes statements of 100 KB: some two thousand ids (Cloudflare D1, "Limits"). */
export function setOf(values: readonly string[]): string {
  return `(select value from json_each(${literal(JSON.stringify(values))}))`;
}
