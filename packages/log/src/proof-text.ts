import { base64Of } from '@laurel/core/base64';
import { bytesIn } from './canonical-base64.ts';
import { entryText, type LogEntry, readEntry, saltIn, saltText } from './entry.ts';
import { type Hash, hashIn, hashText } from './hash.ts';

/** That an entry is in the log, as a file of its own (C2SP tlog-proof, `c2sp.org/tlog-proof@v1`). */
export type LogProof = {
  readonly entry: LogEntry;
  /** What its hash was made with; null for what is public. */
  readonly salt: Uint8Array<ArrayBuffer> | null;
  /** Counted from 0. */
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** The signed note of the checkpoint. */
  readonly checkpoint: string;
};

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/**
 * The proof as text. Its `extra` holds what the leaf is made of: the entry's line and, where there is one,
 * a line with the salt in base64.
 */
export function proofText({ entry, salt, index, hashes, checkpoint }: LogProof): string {
  const extra = salt === null ? entryText(entry) : `${entryText(entry)}\n${saltText(salt)}`;
  return [
    FIRST_LINE,
    `extra ${base64Of(new TextEncoder().encode(extra))}`,
    `index ${index}`,
    ...hashes.map(hashText),
    '',
    checkpoint,
  ].join('\n');
}

/** More hashes than the largest tree has levels. */
const MAX_HASHES = 63;

/** What such a text says, with nothing verified; null where it is not written so. */
export function readProof(text: string): LogProof | null {
  const end = text.indexOf('\n\n');
  const [first, extraLine = '', indexLine = '', ...hashLines] = text.slice(0, end).split('\n');
  const extra = readExtra(extraLine);
  const [, index] = /^index (0|[1-9][0-9]{0,14})$/.exec(indexLine) ?? [];
  const hashes = hashLines.flatMap((line) => hashIn(line) ?? []);
  if (
    end < 0 ||
    first !== FIRST_LINE ||
    extra === null ||
    index === undefined ||
    hashes.length !== hashLines.length ||
    hashes.length > MAX_HASHES
  ) {
    return null;
  }
  return { ...extra, index: Number(index), hashes, checkpoint: text.slice(end + 2) };
}

function readExtra(line: string): Pick<LogProof, 'entry' | 'salt'> | null {
  const bytes = bytesIn(/^extra (\S+)$/.exec(line)?.[1] ?? '');
  if (bytes === null) return null;
  const [entryLine = '', saltLine, ...more] = new TextDecoder().decode(bytes).split('\n');
  const entry = readEntry(entryLine);
  const salt = saltLine === undefined ? null : saltIn(saltLine);
  if (entry === null || more.length > 0 || (saltLine !== undefined && salt === null)) return null;
  return { entry, salt };
}
