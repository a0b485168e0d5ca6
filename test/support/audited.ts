import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseHere, type Store } from '../../development/state-files.ts';
import type { Databases, Row } from '../../scripts/audit/ask.ts';
import { databasesHere } from '../../scripts/audit/ask-here.ts';
import type { Invariant } from '../../scripts/audit/invariant.ts';
import { INVARIANTS } from '../../scripts/audit/invariants.ts';
import { look } from '../../scripts/audit/look.ts';
import { SIGNATURES_ARE_GOOD } from '../../scripts/audit/signatures.ts';
import type { Laurel } from './laurel.ts';

/** A new folder for the data of a Laurel, and what throws it away. */
export function dataFolder(): { readonly data: string; readonly remove: () => void } {
  const data = mkdtempSync(join(tmpdir(), 'laurel-audit-'));
  return { data, remove: () => rmSync(data, { recursive: true }) };
}

/** Everything that an audit tells: the names of what is broken, with ids. */
async function brokenBy(
  databases: Databases,
  invariants: readonly Invariant[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const broken: Record<string, readonly string[]> = {};
  for (const invariant of invariants) {
    const looked = await look(databases, invariant);
    if (looked.broken > 0) broken[looked.name] = looked.ids;
  }
  return broken;
}

const ALL = [...INVARIANTS, SIGNATURES_ARE_GOOD];

/** The same of stored data. */
export async function auditOf(data: string, invariants: readonly Invariant[] = ALL) {
  const databases = databasesHere(data);
  return brokenBy(databases, invariants).finally(databases.close);
}

/** The same of a running Laurel, whose databases are in memory. */
export async function auditOfRunning({ runtime }: Pick<Laurel, 'runtime'>) {
  const { miniflare, publicDatabases: publicStores } = runtime;
  const ask: Databases['ask'] = async (store, sql) => {
    const database = await miniflare.getD1Database(store, 'laurel-signer');
    return (await database.prepare(sql).all<Row>()).results;
  };
  return brokenBy({ ask, publicStores }, ALL);
}

/** Writes into stored data by hand, past everything that guards it. */
export function tamper(data: string, store: Store, sql: string): void {
  const database = databaseHere(data, store);
  try {
    database.exec(`pragma ignore_check_constraints = on; ${sql}`);
  } finally {
    database.close();
  }
}
