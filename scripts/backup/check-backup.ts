import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, refuse } from '@laurel/core/result';
import { digestOf, fileOf, type Manifest, readManifest, storesOf } from './manifest.ts';

/** A backup that is whole and as it was made; what is wrong with it, in a sentence. */
export async function checkBackup(folder: string): Promise<Result<Manifest, string>> {
  const manifest = readManifest(folder);
  if (!manifest.ok) return manifest;
  const { publicStores, digests } = manifest.value;
  for (const store of storesOf(publicStores)) {
    const file = fileOf(store);
    if (!existsSync(join(folder, file))) {
      return refuse(`${file} is missing: the backup is of ${storesOf(publicStores).join(', ')}.`);
    }
    if ((await digestOf(folder, store)) !== digests.get(store)) {
      return refuse(`${file} is not what was backed up: it was changed or cut off since.`);
    }
  }
  return manifest;
}

/**
 * Why a backup cannot be put where PUBLIC is spread over that many databases; null where it can. In fewer the issuers of
 * the others would be lost, and in more somebody would be left who is in no backup.
 *
 * @param remedy what makes as many as there were.
 */
export function otherNumber(
  { publicStores: { length: saved } }: Manifest,
  here: number,
  remedy: string,
): string | null {
  return saved === here
    ? null
    : `The backup is of a PUBLIC over ${databases(saved)}, and here it is over ${databases(here)}. ${remedy}`;
}

function databases(count: number): string {
  return count === 1 ? '1 database' : `${count} databases`;
}
