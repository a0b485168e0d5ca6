import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Store } from '../audit/ask.ts';

/** Of both databases, by their bindings: the file that holds each. */
export const FILES = { PUBLIC: 'public.sql', PRIVATE: 'private.sql' } as const;

/** In the order in which they are written and read. */
export const STORES: readonly Store[] = ['PUBLIC', 'PRIVATE'];

const MANIFEST = 'backup.json';

const Manifest = z.object({
  madeAt: z.iso.datetime(),
  /** SHA-256 of each file, hex. */
  digests: z.object({ PUBLIC: z.string(), PRIVATE: z.string() }),
});

export type Manifest = z.infer<typeof Manifest>;

export function manifestPath(folder: string): string {
  return join(folder, MANIFEST);
}

/** What a backup says of itself. Throws where the folder holds none. */
export function readManifest(folder: string): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(manifestPath(folder), 'utf8')));
}

/** The digest of one of its files. */
export async function digestOf(folder: string, store: Store): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, FILES[store])), hash);
  return hash.digest('hex');
}
