import { logName, logPath, openCheckpoint } from '@laurel/log/checkpoint';
import { sameBytes } from '@laurel/log/hash';
import { verifierKeyText } from '@laurel/log/verifier-key';
import { type Replayed, replay } from './replay.ts';
import { fault, good, open, type Said } from './said.ts';
import type { Served } from './served.ts';
import type { State } from './state-file.ts';
import { logKeysServed, remembered, rootsServed } from './trusted-keys.ts';

export type Watched = {
  readonly said: readonly Said[];
  /** Null where nothing could be read that is signed by the log. */
  readonly replayed: Replayed | null;
  /** What to remember; null where there is a fault, so that the next run finds it again. */
  readonly state: State | null;
};

/**
 * Replays a log and holds it to its checkpoint, and to the one that was seen before.
 *
 * @param roots root keys that are known from elsewhere; empty to believe those that were remembered, or, the
 *   first time, those that the service names.
 */
export async function watch(
  served: Served,
  before: State | null,
  roots: readonly string[],
  nowSeconds: number,
): Promise<Watched> {
  const said: Said[] = [];
  const named = await rootsServed(served);
  const trusted = roots.length > 0 ? roots : (before?.roots ?? named);
  if (roots.length === 0 && before === null) {
    said.push(
      good(`The root key is believed as the service names it, for the first time: ${named}`),
    );
  }
  const keys = await logKeysServed(served, trusted);
  if (keys.length === 0) {
    said.push(
      fault(
        'No root key that is believed vouches for the key of the log (/.well-known/keys.json).',
      ),
    );
    return { said, replayed: null, state: null };
  }
  const note = await served.text(`${logPath(served.log)}/checkpoint`);
  const checkpoint = note === null ? null : await openCheckpoint(note, keys);
  if (note === null || checkpoint?.origin !== logName(served.origin, served.log)) {
    said.push(fault('The checkpoint is not signed by the key of the log, or is of another log.'));
    return { said, replayed: null, state: null };
  }
  const older =
    before === null
      ? null
      : await openCheckpoint(before.checkpoint, await remembered(before.logKeys));
  const sizes = [checkpoint.size, ...(older === null ? [] : [older.size])];
  const replayed = await replay(served, checkpoint.size, sizes, nowSeconds);
  said.push(...replayed.faults);

  const root = replayed.rootAt(checkpoint.size);
  const isWhole = root !== null && sameBytes(root, checkpoint.root);
  said.push(
    isWhole
      ? good(`The log is what its checkpoint says: ${checkpoint.size} entries.`)
      : fault(`The log is not what its checkpoint of ${checkpoint.size} entries says.`),
  );
  if (before !== null) {
    if (older === null) said.push(open('The checkpoint that was remembered cannot be read.'));
    else said.push(comparedWith(older, checkpoint.size, replayed));
  }
  const isGood = said.every(({ found }) => found === 'good');
  return {
    said,
    replayed,
    state: isGood
      ? {
          origin: served.origin,
          ...(served.log === 1 ? {} : { log: served.log }),
          roots: [...trusted],
          checkpoint: note,
          logKeys: keys.map(verifierKeyText),
        }
      : null,
  };
}

function comparedWith(
  older: NonNullable<Awaited<ReturnType<typeof openCheckpoint>>>,
  size: number,
  { rootAt }: Replayed,
): Said {
  if (size < older.size) {
    return fault(`The log has become shorter: it had ${older.size} entries, and has ${size}.`);
  }
  const root = rootAt(older.size);
  return root !== null && sameBytes(root, older.root)
    ? good(`It begins with the ${older.size} entries that were seen before.`)
    : fault(
        `It does not begin with the ${older.size} entries that were seen before: it is another log.`,
      );
}
