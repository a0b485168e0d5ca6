import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { isRunning } from './is-running.ts';

const LOOK_AGAIN_MS = 100;

/** Long enough to write a process id into a lock that was just made. */
const MOMENT_MS = 10_000;

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

/** Left by a process that was killed: it runs no more, or it never came to write its id. */
function isAbandoned(lock: string): boolean {
  try {
    if (existsSync(`${lock}/pid`)) return !isRunning(Number(readFileSync(`${lock}/pid`, 'utf8')));
    return statSync(lock).mtimeMs < Date.now() - MOMENT_MS;
  } catch {
    // It was given back between two looks at it.
    return false;
  }
}
