import { build } from '../../development/build.ts';
import { facts } from '../../services/renderer/test/facts.ts';
import { type BenchOptions, comparedFigure, type Findings } from './figure.ts';
import { measurePrinting, type Printing } from './printing.ts';
import { measureRendering, type Rendering } from './rendering.ts';

/** What a certificate costs, and what it costs to have Chromium print the same texts. Linux only. */
export async function measureDrawing({ rounds }: BenchOptions): Promise<Findings> {
  const bundles = await build();
  const ours: Rendering[] = [];
  const printed: Printing[][] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(...(await measureRendering(bundles, 1)));
    const [started, running] = await measurePrinting(facts());
    if (started !== undefined) printed[0]?.push(started);
    if (running !== undefined) printed[1]?.push(running);
  }
  const kinds = await measureRendering(bundles);
  return {
    title: 'Certificates as PDF',
    method: [
      'A certificate in English, drawn again and again by the renderer in workerd, beside the same texts printed by headless Chromium: in a browser that is started for it, and in a new page of one that runs already, which is what most systems do instead. The time is that of the processors, all processes of each counted. Linux only.',
    ],
    figures: printed.flatMap((runs) => {
      const [first] = runs;
      if (first === undefined) return [];
      const peer = { name: first.what, runs: runs.map(({ cpuMs }) => cpuMs) };
      const own = ours.map(({ cpuMs }) => cpuMs);
      const memory = { name: first.what, runs: runs.map(({ residentMiB }) => residentMiB) };
      const grown = ours.map(({ grownMiB }) => grownMiB);
      return [
        comparedFigure('a certificate', 'ms of CPU', own, peer),
        comparedFigure('memory, beside an idle renderer', 'MiB', grown, memory),
      ];
    }),
    tables: [
      {
        title: 'By script, once each',
        head: ['', 'bytes', 'first, ms', 'CPU, ms', 'fonts, MiB', 'engine, MiB', 'workerd, MiB'],
        rows: kinds.map(rowOf),
      },
    ],
  };
}

function rowOf({ what, bytes, firstMs, cpuMs, fontMiB, engineMiB, grownMiB }: Rendering) {
  return [
    what,
    bytes.toLocaleString('en'),
    firstMs.toFixed(0),
    cpuMs.toFixed(1),
    fontMiB.toFixed(1),
    engineMiB.toFixed(1),
    grownMiB.toFixed(0),
  ];
}
