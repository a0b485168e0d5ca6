import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Result, refuse } from '@laurel/core/result';
import { type PublicBinding, publicBindings } from '@laurel/store/directory/public-bindings';
import * as z from 'zod';
import type { Store } from '../../development/state-files.ts';

const MANIFEST = 'backup.json';

const Manifest = z.object({
  madeAt: z.iso.datetime(),
  /** SHA-256 of the file of each database, hex, by its binding. */
  digests: z.record(z.string(), z.string()),
});

/** What a backup says of itself. */
export type Manifest = {
  /** Those that PUBLIC was spread over, in the order of their numbers. */
  readonly publicStores: readonly PublicBinding[];
  readonly digests: ReadonlyMap<string, string>;
};

/** The name of the file that holds a database. */
export function fileOf(store: Store): string {
  return `${store.toLowerCase().replace('_', '-')}.sql`;
}

/** The databases of a backup in the order in which they are written and read. */
export function storesOf(publicStores: readonly PublicBinding[]): readonly Store[] {
  return [...publicStores, 'PRIVATE'];
}

/** Writes what a folder holds beside it, for whoever made it alone. */
export async function writeManifest(
  folder: string,
  publicStores: readonly PublicBinding[],
  mode: number,
): Promise<void> {
  const digests: Record<string, string> = {};
  for (const store of storesOf(publicStores)) digests[store] = await digestOf(folder, store);
  const manifest: z.infer<typeof Manifest> = { madeAt: new Date().toISOString(), digests };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode });
}

/** What a backup says of itself; why it is none, in a sentence. */
export function readManifest(folder: string): Result<Manifest, string> {
  const said = saidIn(folder);
  if (said === null) {
    return refuse(`${folder} is no backup: it lacks a ${MANIFEST} that says what is in it.`);
  }
  const named = Object.keys(said.digests);
  const publicStores = publicBindings(named.filter((name) => name !== 'PRIVATE').length);
  const missing = storesOf(publicStores).filter((store) => !named.includes(store));
  return missing.length === 0
    ? { ok: true, value: { publicStores, digests: new Map(Object.entries(said.digests)) } }
    : refuse(
        `${folder} is not whole: ${MANIFEST} names ${named.join(', ')}, and no ${missing[0]}.`,
      );
}

function saidIn(folder: string): z.infer<typeof Manifest> | null {
  try {
    return Manifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  } catch {
    return null;
  }
}

/** The digest of one of its files. */
export async function digestOf(folder: string, store: Store): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, fileOf(store))), hash);
  return hash.digest('hex');
}
