import { readFileSync } from 'node:fs';
import type { Laurel } from './laurel.ts';
import { allEnded, descendantsOf } from './started.ts';

/** Kills the workerd of a Laurel of this test without warning, with all that it has in memory, and waits until it is up again. */
export async function killWorkerd({ url }: Pick<Laurel, 'url'>): Promise<void> {
  const socket = `entry=127.0.0.1:${new URL(url).port}`;
  const ours = descendantsOf(process.pid).filter((pid) => commandOf(pid).includes(socket));
  if (ours.length !== 1) throw new Error(`${ours.length} processes listen at ${url}`);
  for (const pid of ours) process.kill(pid, 'SIGKILL');
  await allEnded(ours);
  while (!(await isUp(url))) await new Promise(setImmediate);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/.well-known/did.json`)).ok;
  } catch {
    return false;
  }
}
