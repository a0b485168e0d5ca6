import { entryText } from '@laurel/log/entry';
import { entryBundle } from '@laurel/log/entry-bundle';
import { hashesAt, TILE_LEVELS, TILE_WIDTH, type Tile } from '@laurel/log/tile';
import { logEntries, logSubtrees } from '@laurel/store/public/log';
import { storedHash } from '@laurel/store/public/stored-subtrees';
import { and, asc, between, eq } from 'drizzle-orm';
import type { PublicDatabase } from '../record/database.ts';
import { newestCheckpoint } from './checkpoint.ts';

/**
 * The bytes of a tile or a bundle of entries; null where the newest signed checkpoint does not cover all of
 * it. They never change.
 */
export function findTile(db: PublicDatabase, tile: Tile): Promise<Uint8Array<ArrayBuffer> | null> {
  return tile.level === 'entries' ? bundleOf(db, tile) : hashesIn(db, tile, tile.level);
}

async function bundleOf(db: PublicDatabase, tile: Tile): Promise<Uint8Array<ArrayBuffer> | null> {
  const [[head], rows] = await db.batch([
    newestCheckpoint(db),
    db
      .select()
      .from(logEntries)
      .where(between(logEntries.index, ...placesIn(tile)))
      .orderBy(asc(logEntries.index)),
  ]);
  if (!isCovered(tile, head?.size ?? 0) || rows.length !== tile.width) return null;
  return entryBundle(rows.map((row) => entryText({ ...row, hash: storedHash(row.hash) })));
}

async function hashesIn(
  db: PublicDatabase,
  tile: Tile,
  level: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [[head], rows] = await db.batch([
    newestCheckpoint(db),
    db
      .select({ hash: logSubtrees.hash })
      .from(logSubtrees)
      .where(
        and(
          eq(logSubtrees.level, TILE_LEVELS * level),
          between(logSubtrees.position, ...placesIn(tile)),
        ),
      )
      .orderBy(asc(logSubtrees.position)),
  ]);
  if (!isCovered(tile, head?.size ?? 0) || rows.length !== tile.width) return null;
  return Uint8Array.from(rows.flatMap(({ hash }) => [...storedHash(hash)]));
}

function placesIn({ index, width }: Tile): readonly [first: number, last: number] {
  return [index * TILE_WIDTH, index * TILE_WIDTH + width - 1];
}

function isCovered(tile: Tile, size: number): boolean {
  const [, last] = placesIn(tile);
  return last < hashesAt(tile.level, size);
}
