import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { weights } from '../../development/budgets.ts';
import { build } from '../../development/build.ts';
import { modulesIn } from '../../development/worker-options.ts';
import { WORKERS } from '../../development/workers.ts';
import { type BenchOptions, comparedFigure, type Findings } from './figure.ts';
import { useOf } from './process-tree.ts';

const EMPTY = 'export default { fetch() { return new Response(); } };';
const PEER = 'an empty Worker';

/** The clock of the processor ticks every 10 ms: so many starts together are one run. */
const STARTS_OF_A_RUN = 3;

type Started = { readonly cpuMs: number; readonly answeredMs: number };

/** Starts each Worker's bundle in a workerd of its own, without any binding, and asks it once. Linux only. */
export async function measureStarting({ rounds }: BenchOptions): Promise<Findings> {
  const bundles = await build();
  const runs = new Map<string, Started[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const name of [PEER, ...WORKERS.map((worker) => worker.name)]) {
      runs.set(name, [...(runs.get(name) ?? []), await startOften(name, bundles)]);
    }
  }
  const of = (name: string, value: keyof Started) =>
    (runs.get(name) ?? []).map((started) => started[value]);
  return {
    title: 'Starting',
    method: [
      `Each Worker’s bundle is started alone in a fresh workerd, ${STARTS_OF_A_RUN} times for each run, and asked once: what the process has used of the processors until it answered, and when it did. An empty Worker beside them shows what of it is workerd itself. Linux only.`,
    ],
    figures: WORKERS.map(({ name }) =>
      comparedFigure(`${name}, until it has answered`, 'ms of CPU', of(name, 'cpuMs'), {
        name: PEER,
        runs: of(PEER, 'cpuMs'),
      }),
    ),
    tables: [
      {
        title: 'Bundles, and the first answer',
        head: ['', 'KiB compressed', 'first answer, ms (median)'],
        rows: weights(bundles).map(({ worker, gzippedKib }) => [
          worker,
          gzippedKib.toFixed(0),
          middle(of(worker, 'answeredMs')).toFixed(0),
        ]),
      },
    ],
  };
}

async function startOften(name: string, bundles: string): Promise<Started> {
  const starts: Started[] = [];
  for (let times = 0; times < STARTS_OF_A_RUN; times += 1) {
    starts.push(await start(name === PEER ? null : join(bundles, name)));
  }
  const mean = (value: keyof Started) =>
    starts.reduce((sum, started) => sum + started[value], 0) / STARTS_OF_A_RUN;
  return { cpuMs: mean('cpuMs'), answeredMs: mean('answeredMs') };
}

async function start(folder: string | null): Promise<Started> {
  const before = useOf('workerd').cpuMs;
  const begunMs = performance.now();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      unsafeLocalExplorer: false,
      // A Worker without a way in by HTTP, or without its bindings, says so when it is asked: it has started.
      handleStructuredLogs: () => undefined,
      workers: [
        {
          name: 'started',
          compatibilityDate: '2026-10-01',
          compatibilityFlags: ['nodejs_compat'],
          ...(folder === null
            ? { modules: true, script: EMPTY }
            : { rootPath: folder, modulesRoot: folder, modules: modulesIn(folder) }),
        },
      ],
    }),
  );
  try {
    const url = await miniflare.ready;
    await (await fetch(url)).arrayBuffer();
    const answeredMs = performance.now() - begunMs;
    return { cpuMs: useOf('workerd').cpuMs - before, answeredMs };
  } finally {
    await miniflare.dispose();
  }
}

function middle(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
