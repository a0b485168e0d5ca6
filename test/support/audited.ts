import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseWith } from '../../development/state-files.ts';
import type { Ask, Row, Store } from '../../scripts/audit/ask.ts';
import { askHere } from '../../scripts/audit/ask-here.ts';
import type { Invariant } from '../../scripts/audit/invariant.ts';
import { INVARIANTS } from '../../scripts/audit/invariants.ts';
import { look } from '../../scripts/audit/look.ts';
import { SIGNATURES_ARE_GOOD } from '../../scripts/audit/signatures.ts';
import type { Laurel } from './laurel.ts';

/** A table that each database has, and the other has not. */
const OF_STORE = { PUBLIC: 'credentials', PRIVATE: 'intents' } as const;

/** A new folder for the data of a Laurel, and what throws it away. */
export function dataFolder(): { readonly data: string; readonly remove: () => void } {
  const data = mkdtempSync(join(tmpdir(), 'laurel-audit-'));
  return { data, remove: () => rmSync(data, { recursive: true }) };
}

/** Everything that an audit tells: the names of what is broken, with ids. */
async function brokenBy(
  ask: Ask,
  invariants: readonly Invariant[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const broken: Record<string, readonly string[]> = {};
  for (const invariant of invariants) {
    const looked = await look(ask, invariant);
    if (looked.broken > 0) broken[looked.name] = looked.ids;
  }
  return broken;
}

const ALL = [...INVARIANTS, SIGNATURES_ARE_GOOD];

/** The same of stored data. */
export async function auditOf(data: string, invariants: readonly Invariant[] = ALL) {
  const { ask, close } = askHere(data);
  return brokenBy(ask, invariants).finally(close);
}

/** The same of a running Laurel, whose databases are in memory. */
export async function auditOfRunning({ runtime }: Pick<Laurel, 'runtime'>) {
  const stores = {
    PUBLIC: await runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer'),
    PRIVATE: await runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer'),
  };
  const ask: Ask = async (store, sql) => (await stores[store].prepare(sql).all<Row>()).results;
  return brokenBy(ask, ALL);
}

/** Writes into stored data by hand, past everything that guards it. */
export function tamper(data: string, store: Store, sql: string): void {
  const database = databaseWith(data, OF_STORE[store]);
  try {
    database.exec(`pragma ignore_check_constraints = on; ${sql}`);
  } finally {
    database.close();
  }
}
