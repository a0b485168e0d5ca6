import { partStates } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Notes that a part was looked at, or that a schedule ticked; a state that lasts keeps its beginning. */
export async function noteState(
  { store, nowSeconds }: Desk,
  part: string,
  ok: boolean,
): Promise<void> {
  await store
    .insert(partStates)
    .values({ part, ok, sinceSeconds: nowSeconds, seenAtSeconds: nowSeconds })
    .onConflictDoUpdate({
      target: partStates.part,
      set: {
        ok,
        seenAtSeconds: nowSeconds,
        sinceSeconds: sql`iif(${partStates.ok} = ${ok ? 1 : 0}, ${partStates.sinceSeconds}, ${nowSeconds})`,
      },
    });
}
