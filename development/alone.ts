import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { isRunning } from './is-running.ts';

const LOOK_AGAIN_MS = 100;

/** Does some work while no other process does the same, which is told by a folder that only one can make. */
export async function alone<Answer>(lock: string, work: () => Promise<Answer>): Promise<Answer> {
  while (!taken(lock)) await setTimeout(LOOK_AGAIN_MS);
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    writeFileSync(`${lock}/pid`, String(process.pid));
    return true;
  } catch {
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** A lock without a process id was made this very moment. */
function isAbandoned(lock: string): boolean {
  try {
    return !isRunning(Number(readFileSync(`${lock}/pid`, 'utf8')));
  } catch {
    return false;
  }
}
