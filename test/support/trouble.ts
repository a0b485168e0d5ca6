import { type StoreTrouble, troubleStores } from '../../development/store-trouble.ts';
import type { Laurel } from './laurel.ts';

/** What D1 says when more is asked of it than it can do (Cloudflare D1, "Debug D1"). */
const OVERLOADED = 'D1 DB is overloaded. Requests queued for too long.';

/** Has the databases of a Laurel that was started for it be overloaded, all of them or some. */
export function overload(
  { runtime }: Pick<Laurel, 'runtime'>,
  which: Omit<StoreTrouble, 'message'> = {},
): Promise<void> {
  return troubleStores(runtime, { message: OVERLOADED, ...which });
}

/** Has them be well again. */
export function relieve({ runtime }: Pick<Laurel, 'runtime'>): Promise<void> {
  return troubleStores(runtime, null);
}
