import type { Laurel } from './laurel.ts';

/** What a limit has counted for somebody, by its key in the store. */
export async function usedOf(laurel: Laurel, key: string): Promise<number> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const used = await store
    .prepare('select used from rate_limits where key = ?')
    .bind(key)
    .first<number>('used');
  return used ?? 0;
}

/** Has somebody used up a limit of so many times, as if they had asked that often. */
export async function useUp(laurel: Laurel, key: string, most: number): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  await store.prepare('update rate_limits set used = ? where key = ?').bind(most, key).run();
}

/** Lets every window that is open now end. */
export async function endWindows(laurel: Laurel): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  await store.prepare('update rate_limits set window_ends_at_seconds = 1').run();
}

/** Every key that a limit is counted under. */
export async function limitKeys(laurel: Laurel): Promise<readonly string[]> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const { results } = await store.prepare('select key from rate_limits').all<{ key: string }>();
  return results.map(({ key }) => key);
}
