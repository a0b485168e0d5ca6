import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import * as z from 'zod';

const Package = z.object({ version: z.string() });

/** What was measured on, for people to read, with how busy it was besides. */
export function machine(): string {
  const processors = cpus();
  const { version } = Package.parse(
    JSON.parse(readFileSync('node_modules/workerd/package.json', 'utf8')),
  );
  const [lately = 0] = loadavg();
  return [
    `${processors.length} processors (${processors[0]?.model ?? 'unknown'})`,
    `${(totalmem() / 1024 ** 3).toFixed(0)} GiB`,
    `Node ${process.versions.node}`,
    `workerd ${version}`,
    `${lately.toFixed(1)} processes waiting or running when it ended`,
  ].join(', ');
}
