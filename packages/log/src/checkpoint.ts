import { type Hash, hashIn, hashText } from './hash.ts';
import { openNote } from './note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** What a log says of itself at one size (C2SP tlog-checkpoint). */
export type Checkpoint = {
  /** The name of the log: {@link logName}. */
  readonly origin: string;
  /** Entries. */
  readonly size: number;
  readonly root: Hash;
};

/**
 * The name of a log of an `http(s)://` origin: its address without the scheme, as C2SP asks. A service whose PUBLIC is
 * spread over several databases has a log for each: the first one's has no number.
 */
export function logName(origin: string, number = 1): string {
  return `${new URL(origin).host}${logPath(number)}`;
}

/** The path below which a log is served. */
export function logPath(number: number): string {
  return number === 1 ? '/log' : `/log/${number}`;
}

/** The number in the name of a log of this origin; null for any other name. */
export function logNumberIn(origin: string, name: string): number | null {
  const first = logName(origin);
  if (name === first) return 1;
  const [, digits] = name.startsWith(`${first}/`)
    ? (/^\/([2-9]|[1-9][0-9]{1,3})$/.exec(name.slice(first.length)) ?? [])
    : [];
  return digits === undefined ? null : Number(digits);
}

/** The text of a checkpoint, which is then signed as a note. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${hashText(root)}\n`;
}

/** What a checkpoint's text says, further lines aside; null where it is none. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', sizeText = '', rootText = '', ...rest] = text.split('\n');
  const root = hashIn(rootText);
  const isWhole = rest.at(-1) === '' && rest.slice(0, -1).every((line) => line !== '');
  if (origin === '' || root === null || !isWhole || !/^(?:0|[1-9][0-9]{0,14})$/.test(sizeText)) {
    return null;
  }
  return { origin, size: Number(sizeText), root };
}

/** The checkpoint in a note that one of these keys signed under the log's own name; null for any other. */
export async function openCheckpoint(
  note: string,
  keys: readonly VerifierKey[],
): Promise<Checkpoint | null> {
  const text = await openNote(note, keys);
  const checkpoint = text === null ? null : readCheckpoint(text);
  return keys.some(({ name }) => name === checkpoint?.origin) ? checkpoint : null;
}
