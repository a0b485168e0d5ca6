import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory alone. */
const MEMORY = '/dev/shm';

/** Of a credential in both databases, with what its row, its indexes and its log take; with much to spare. */
const BYTES_PER_CREDENTIAL = 16_000;
const LEAST_BYTES = 2 * 1024 ** 3;

/**
 * Where the databases of a measured Laurel are: in memory, where there is room for so many credentials, else on the disk. The
 * local D1 flushes to the disk after each call, a reading one too, and what is to be measured is not the disk.
 */
export async function inDataFolder<Found>(
  credentials: number,
  work: (folder: string, isInMemory: boolean) => Promise<Found>,
): Promise<Found> {
  const isInMemory = roomBytes() > LEAST_BYTES + credentials * BYTES_PER_CREDENTIAL;
  const folder = mkdtempSync(join(isInMemory ? MEMORY : tmpdir(), 'laurel-bench-'));
  try {
    return await work(folder, isInMemory);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function roomBytes(): number {
  if (!existsSync(MEMORY)) return 0;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize;
}
