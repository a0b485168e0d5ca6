import { appendFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { DATA_DIRECTORY } from '../settings.ts';
import type { KeptPoint } from './point.ts';

/** Points, one a line, the newest last. */
const FILE = `${DATA_DIRECTORY}/counters.jsonl`;

/** The half before, as large: older points are forgotten. */
const OLDER_FILE = `${DATA_DIRECTORY}/counters-older.jsonl`;

const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** Looking at its size with every point would cost more than writing it. */
const POINTS_BETWEEN_LOOKS = 1_000;

let written = 0;

/** Keeps a point beside the local data. */
export function keepPoint(point: KeptPoint): void {
  if (written % POINTS_BETWEEN_LOOKS === 0) makeRoom();
  written += 1;
  appendFileSync(FILE, `${JSON.stringify(point)}\n`);
}

/** What was kept, oldest first. */
export function keptPoints(): readonly KeptPoint[] {
  return [OLDER_FILE, FILE]
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line): KeptPoint => JSON.parse(line));
}

function makeRoom(): void {
  if (existsSync(FILE) && statSync(FILE).size > MAX_FILE_BYTES) renameSync(FILE, OLDER_FILE);
}
