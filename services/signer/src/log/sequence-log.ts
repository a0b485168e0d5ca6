import { append, type HashedSubtree } from '@laurel/log/append';
import { type LogEntry, leafOf } from '@laurel/log/entry';
import { hashText } from '@laurel/log/hash';
import { inSet } from '@laurel/store/in-set';
import { logCheckpoints, logEntries, logPending, logSubtrees } from '@laurel/store/public/schema';
import { storedHash, storedSubtrees } from '@laurel/store/public/stored-subtrees';
import { asc, desc, inArray, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

/** What one transaction appends at most. */
const MAX_PER_TRANSACTION = 500;

/** Transactions of one run, those that were lost to another run among them; the next run takes the rest. */
const MAX_TRANSACTIONS = 20;

/**
 * Appends to the log what waits for it, and signs the tree as it stands then. May be repeated, may be cut
 * off anywhere, and may run many times at once: each transaction takes the next places, and of two that
 * want the same one the later finds it taken and begins again.
 */
export async function sequenceLog(signing: Signing): Promise<void> {
  for (let transaction = 0; transaction < MAX_TRANSACTIONS; transaction += 1) {
    if (!(await appendWaiting(signing))) break;
  }
  await signCheckpoint(signing);
}

type Head = { readonly size: number; readonly loggedAtSeconds: number };

/** True where more may be waiting. */
async function appendWaiting(signing: Signing): Promise<boolean> {
  const { publicStore } = signing;
  const [waiting, head] = await publicStore.batch([
    publicStore.select().from(logPending).orderBy(asc(logPending.id)).limit(MAX_PER_TRANSACTION),
    newestHead(signing),
  ]);
  if (waiting.length === 0) return false;
  const { size, loggedAtSeconds } = headIn(head);
  const entries = waiting
    // Hashes of salts are random: neighbours in the log need not belong together.
    .sort((one, other) => (one.hash < other.hash ? -1 : 1))
    .map(({ kind, hash }): LogEntry & { readonly text: string } => ({
      kind,
      loggedAtSeconds: Math.max(loggedAtSeconds, signing.nowSeconds),
      hash: storedHash(hash),
      text: hash,
    }));
  const leaves = await Promise.all(entries.map(leafOf));
  const { complete, root } = await append(size, leaves, storedSubtrees(publicStore));
  try {
    await publicStore.batch([
      publicStore.insert(logCheckpoints).values({
        size: size + entries.length,
        root: hashText(root),
        madeAtSeconds: Math.max(loggedAtSeconds, signing.nowSeconds),
      }),
      insertingEntries(signing, size, entries),
      insertingSubtrees(signing, complete),
      publicStore
        .delete(logPending)
        .where(inArray(logPending.hash, inSet(entries.map(({ text }) => text)))),
    ]);
  } catch (defect) {
    // Whoever was first has moved the head. If nobody has, it is something else that failed.
    if (headIn(await newestHead(signing)).size === size) throw defect;
  }
  return true;
}

function newestHead({ publicStore }: Signing) {
  return publicStore
    .select({ size: logCheckpoints.size, loggedAtSeconds: logCheckpoints.madeAtSeconds })
    .from(logCheckpoints)
    .orderBy(desc(logCheckpoints.size))
    .limit(1);
}

function headIn([head]: readonly Head[]): Head {
  return head ?? { size: 0, loggedAtSeconds: 0 };
}

/** Fails where any of the places is taken. */
function insertingEntries(
  { publicStore }: Signing,
  size: number,
  entries: readonly (LogEntry & { readonly text: string })[],
) {
  const rows = entries.map(({ kind, loggedAtSeconds, text }) => [kind, loggedAtSeconds, text]);
  return publicStore
    .insert(logEntries)
    .select(
      sql`select ${size} + key, value->>0, value->>1, value->>2 from json_each(${JSON.stringify(rows)})`,
    );
}

function insertingSubtrees({ publicStore }: Signing, complete: readonly HashedSubtree[]) {
  const rows = complete.map(({ level, position, hash }) => [level, position, hashText(hash)]);
  return publicStore
    .insert(logSubtrees)
    .select(sql`select value->>0, value->>1, value->>2 from json_each(${JSON.stringify(rows)})`);
}
