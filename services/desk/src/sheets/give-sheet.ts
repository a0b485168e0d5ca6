import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { guessReading } from '@laurel/sheet/guess-reading';
import { readSheet } from '@laurel/sheet/read-sheet';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { beginSheet } from './begin-sheet.ts';

/** Reads a list that was pasted (a text) or uploaded (bytes), guesses its columns, and takes it on. */
export async function giveSheet(
  desk: Desk,
  actor: Actor,
  given: string | Uint8Array,
  label: string,
): Promise<Result<string, Failure>> {
  const sheet = await readSheet(given);
  if (!sheet.ok) return sheet;
  const { columns, rows } = sheet.value;
  return beginSheet(desk, actor, {
    source: { kind: 'sheet' },
    columns,
    rows,
    reading: guessReading(sheet.value),
    label,
    achievementSlug: null,
  });
}
