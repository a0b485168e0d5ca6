import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning } from './is-running.ts';
import { DATA_DIRECTORY } from './settings.ts';

const OWNER_FILE = `${DATA_DIRECTORY}/pid`;

/** Notes that this process works on the local data. */
export function claimData(): void {
  writeFileSync(OWNER_FILE, String(process.pid));
}

export function leaveData(): void {
  rmSync(OWNER_FILE, { force: true });
}

/** The process that works on the local data now; null where none does, or where it was killed. */
export function dataOwner(): number | null {
  if (!existsSync(OWNER_FILE)) return null;
  const pid = Number(readFileSync(OWNER_FILE, 'utf8'));
  return isRunning(pid) ? pid : null;
}
