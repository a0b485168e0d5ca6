import { notedState } from '@laurel/store/part-state';
import { partStates } from '@laurel/store/public/schema';
import type { Signing } from '../env.ts';

/** Notes that a part was looked at, or that a schedule ticked; a state that lasts keeps its beginning. */
export async function noteState(
  { publicStore, nowSeconds }: Signing,
  part: string,
  ok: boolean,
): Promise<void> {
  const { values, unlessNew } = notedState(partStates, part, ok, nowSeconds);
  await publicStore.insert(partStates).values(values).onConflictDoUpdate(unlessNew);
}
