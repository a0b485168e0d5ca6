import type { Loaded } from './load-process.ts';
import type { Loader } from './loader.ts';
import type { Asked } from './targets.ts';

export const CONNECTIONS = 8;
export const SECONDS = 4;
const WARM_SECONDS = 2;

/** A load, with what each of its answers has cost the processors of whoever answered. */
export type Measured = Loaded & { readonly cpuMs: number };

/** Each after the other in every round, so that what else the machine does comes to all of them. */
export async function inTurns(
  loader: Loader,
  asked: readonly Asked[],
  rounds: number,
): Promise<ReadonlyMap<Asked, readonly Measured[]>> {
  const loads = new Map<Asked, Measured[]>();
  const once = async ({ url, requests, status, cpuMs }: Asked, seconds: number) => {
    const before = cpuMs();
    const load = { url, connections: CONNECTIONS, seconds, requests: [...requests] };
    const loaded = await loader.load(load, status);
    return { ...loaded, cpuMs: (cpuMs() - before) / loaded.requests };
  };
  for (const one of asked) await once(one, WARM_SECONDS);
  for (let round = 0; round < rounds; round += 1) {
    for (const one of asked) {
      loads.set(one, [...(loads.get(one) ?? []), await once(one, SECONDS)]);
    }
  }
  return loads;
}
