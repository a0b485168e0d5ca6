import type { WorkerName } from '../../development/workers.ts';
import type { RawConfiguration } from './raw-configurations.ts';

/**
 * The Workers with those that are called before those that call them: a binding needs a Worker that is there,
 * and what is new in the one that is called is there before anybody asks for it. Throws where they call in a ring.
 *
 * @param besides a Worker, and one that comes after it although it does not call it.
 */
export function inOrder(
  raw: readonly RawConfiguration[],
  besides: readonly [before: WorkerName, after: WorkerName] | null = null,
): readonly WorkerName[] {
  const placed: WorkerName[] = [];
  const open: WorkerName[] = [];
  const place = (worker: WorkerName): void => {
    if (placed.includes(worker)) return;
    if (open.includes(worker)) throw new Error(`${[...open, worker].join(' calls ')}: a ring`);
    open.push(worker);
    for (const called of calledBy(worker, raw)) place(called);
    if (worker === besides?.[1]) place(besides[0]);
    open.pop();
    placed.push(worker);
  };
  // The front door is the first in the list, and calls the rest.
  for (const { worker } of [...raw].reverse()) place(worker);
  return placed;
}

function calledBy(worker: WorkerName, raw: readonly RawConfiguration[]): readonly WorkerName[] {
  const services = raw.find((one) => one.worker === worker)?.content.services ?? [];
  return raw
    .map((one) => one.worker)
    .filter((name) => services.some(({ service }) => service === name));
}
