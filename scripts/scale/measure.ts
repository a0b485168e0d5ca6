import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anAwardRequest, award } from '../../test/support/awarding.ts';
import { type Laurel, startLaurel } from '../../test/support/laurel.ts';
import { verifyBy } from '../../test/support/verifying.ts';
import { useOf } from '../bench/process-tree.ts';
import { countWrites, writesSince } from './counted-writes.ts';
import type { Measured, MeasuredTable } from './measured.ts';
import { measureReadings } from './readings.ts';
import { type StoredTable, storedTables } from './stored-tables.ts';

/** These go before, so that what is there once is not counted: a status list, keys, pages that are half full. */
const BEFORE = 200;
const MEASURED = 500;
const VERIFIED = 100;

/** A table that only one of the two databases has. */
const STORES = [
  { store: 'PUBLIC', only: 'credentials' },
  { store: 'PRIVATE', only: 'awards' },
] as const;

/** Issues some hundreds of credentials through the running system, and looks at what they have added to its files. */
export async function measure(today: string): Promise<Measured> {
  const persistTo = mkdtempSync(join(tmpdir(), 'laurel-scale-'));
  const laurel = await startLaurel({ persistTo });
  try {
    for (const { store } of STORES) await countWrites(await databaseOf(laurel, store));
    await issueTo(laurel, BEFORE, 'Adwoa');
    const before = await picturesOf(laurel, persistTo);
    const begunMs = busyMs();
    const pages = await issueTo(laurel, MEASURED, 'Kwame');
    const issuedMs = busyMs() - begunMs;
    const after = await picturesOf(laurel, persistTo);
    const [PUBLIC, PRIVATE] = STORES.map((_, at) => growth(before[at], after[at]));
    const [page = ''] = pages;
    const credential: unknown = await (await fetch(`${page}.json`)).json();
    await verifyBy(laurel, { credential });
    const verifyingMs = busyMs();
    for (let one = 0; one < VERIFIED; one += 1) await verifyBy(laurel, { credential });
    const verifiedMs = busyMs() - verifyingMs;
    const { readings, statusListBytes } = await measureReadings(laurel, page);
    return {
      on: today,
      credentials: MEASURED,
      stores: { PUBLIC: PUBLIC ?? [], PRIVATE: PRIVATE ?? [] },
      statusListBytes,
      readings: [...readings],
      cpuMs: { issued: tenths(issuedMs / MEASURED), verified: tenths(verifiedMs / VERIFIED) },
    };
  } finally {
    await laurel.stop();
    rmSync(persistTo, { recursive: true });
  }
}

/** With all three artefacts, and all of them in the log; their addresses. */
async function issueTo(laurel: Laurel, people: number, name: string): Promise<readonly string[]> {
  const recipients = Array.from({ length: people }, (_, at) => ({
    username: `${name} number ${at} of Kumasi`,
  }));
  const report = await award(laurel, anAwardRequest({ recipients }));
  const pages = report.recipients.flatMap(({ credential }) => credential ?? []);
  if (pages.length !== people) throw new Error('somebody was not awarded');
  const store = await databaseOf(laurel, 'PUBLIC');
  for (;;) {
    const left = await store
      .prepare(
        'select (select count(*) from credentials where rsa_jwt is null) + (select count(*) from log_pending) as left_over',
      )
      .first<number>('left_over');
    if (left === 0) return pages;
    await laurel.runtime.tick();
  }
}

/** How long CPUs have been busy with the Workers and their databases; the operating system counts in hundredths of a second. */
function busyMs(): number {
  return useOf('workerd').cpuMs;
}

type Picture = {
  readonly tables: readonly StoredTable[];
  readonly writes: ReadonlyMap<string, number>;
};

function picturesOf(laurel: Laurel, folder: string): Promise<readonly Picture[]> {
  return Promise.all(
    STORES.map(async ({ store, only }) => ({
      tables: storedTables(folder, only),
      writes: await writesSince(await databaseOf(laurel, store)),
    })),
  );
}

function databaseOf({ runtime: { miniflare } }: Laurel, store: 'PUBLIC' | 'PRIVATE') {
  return miniflare.getD1Database(store, 'laurel-signer');
}

/** What one credential has added, of the tables that grew or were written to. */
function growth(before: Picture | undefined, after: Picture | undefined): MeasuredTable[] {
  return (after?.tables ?? [])
    .filter(({ table }) => after?.writes.has(table))
    .map((now) => {
      const then = before?.tables.find(({ table }) => table === now.table);
      const writes = (after?.writes.get(now.table) ?? 0) - (before?.writes.get(now.table) ?? 0);
      const each = (grown: number) => tenths(grown / MEASURED);
      return {
        table: now.table,
        bytes: each(now.bytes - (then?.bytes ?? 0)),
        indexBytes: each(now.indexBytes - (then?.indexBytes ?? 0)),
        rows: each(now.rows - (then?.rows ?? 0)),
        rowsWritten: each(writes * (1 + now.indexes)),
      };
    })
    .filter(({ bytes, indexBytes, rowsWritten }) => bytes + indexBytes + rowsWritten > 0)
    .sort((one, other) => other.bytes + other.indexBytes - one.bytes - one.indexBytes);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
