import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../development/build.ts';
import { facts } from '../services/renderer/test/facts.ts';
import { measurePrinting } from './bench/printing.ts';
import { measureRendering, type Rendering } from './bench/rendering.ts';

/**
 * What a certificate costs: processor time in workerd, bytes, memory; and beside it the same texts printed
 * by headless Chromium in the same run. Times depend on the machine, the ratio less so. Linux only.
 */
const bundles = await build();
const folder = join(bundles, 'laurel-renderer');
const bundleKiB = readdirSync(folder)
  .filter((file) => /\.(js|wasm)$/.test(file))
  .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length / 1024, 0);

const renderings = await measureRendering(bundles);
console.log(
  table(
    ['', 'bytes', 'first, ms', 'CPU, ms', 'fonts, MiB', 'engine, MiB', 'workerd, MiB'],
    renderings.map(({ what, bytes, firstMs, cpuMs, fontMiB, engineMiB, grownMiB }: Rendering) => [
      what,
      String(bytes),
      firstMs.toFixed(0),
      cpuMs.toFixed(1),
      fontMiB.toFixed(1),
      engineMiB.toFixed(1),
      grownMiB.toFixed(0),
    ]),
  ),
);
const [plain] = renderings;
console.log(
  table(
    ['', 'CPU, ms', 'of ours', 'memory, MiB', 'bytes'],
    (await measurePrinting(facts())).map(({ what, cpuMs, residentMiB, bytes }) => [
      what,
      cpuMs.toFixed(0),
      `${(cpuMs / (plain?.cpuMs ?? Number.NaN)).toFixed(1)} times`,
      residentMiB.toFixed(0),
      String(bytes),
    ]),
  ),
);
console.log(`The renderer's bundle: ${bundleKiB.toFixed(0)} KiB compressed, fonts apart.`);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
