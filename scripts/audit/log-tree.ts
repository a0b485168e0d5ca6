import { append, type HashedSubtree } from '@laurel/log/append';
import { ENTRY_KINDS, type LogEntry, leafOf } from '@laurel/log/entry';
import { type Hash, hashIn, hashText } from '@laurel/log/hash';
import { type Subtree, subtreesIn } from '@laurel/log/subtree';
import { type Ask, literal, type Row } from './ask.ts';
import { inEachPublic } from './invariant.ts';
import { pagesOf } from './pages.ts';

const ENTRIES_A_PAGE = 1_000;

/** That the log is what it says of itself. Of the tree only its open edge is kept in memory. */
export const LOG_IS_A_TREE = inEachPublic({
  name: 'log-is-whole',
  sentence:
    'The entries of the log follow each other without a gap and in time, and every subtree and checkpoint is what they hash to.',
  breaches: faultsOfTree,
});

async function* faultsOfTree(ask: Ask): AsyncGenerator<string> {
  let open = new Map<string, Hash>();
  let size = 0;
  let lastSeconds = 0;
  const pages = pagesOf(ask, {
    store: 'PUBLIC',
    table: 'log_entries',
    columns: 'entry_index, kind, logged_at_seconds, hash',
    size: ENTRIES_A_PAGE,
  });
  for await (const page of pages) {
    const entries: LogEntry[] = [];
    for (const row of page) {
      const entry = entryIn(row);
      const follows = row.entry_index === size + entries.length;
      if (entry === null || !follows || entry.loggedAtSeconds < lastSeconds) {
        yield `entry ${size + entries.length}`;
        return;
      }
      lastSeconds = entry.loggedAtSeconds;
      entries.push(entry);
    }
    const leaves = await Promise.all(entries.map(leafOf));
    const checkpoints = await checkpointsIn(ask, size, size + leaves.length);
    for (const [at, { end, root: wanted }] of checkpoints.entries()) {
      const from = checkpoints[at - 1]?.end ?? size;
      const before = open;
      const { complete, root } = await append(
        from,
        leaves.slice(from - size, end - size),
        async (wantedOnes) => wantedOnes.map((one) => kept(before.get(nameOf(one)))),
      );
      if (wanted !== null && hashText(root) !== wanted) yield `checkpoint ${end}`;
      yield* await wrongSubtrees(ask, complete);
      open = edgeOf(end, before, complete);
    }
    size += leaves.length;
  }
  const [head] = await ask('PUBLIC', 'select max(size) as size from log_checkpoints');
  // A live log may have grown while this was read.
  if (Number(head?.size ?? 0) < size) yield `checkpoint ${size}`;
}

type Part = { readonly end: number; readonly root: string | null };

/** Where there is a checkpoint among these entries, and where the page ends. */
async function checkpointsIn(ask: Ask, from: number, to: number): Promise<readonly Part[]> {
  const rows = await ask(
    'PUBLIC',
    `select size, root from log_checkpoints where size > ${from} and size <= ${to} order by size`,
  );
  const parts = rows.map(({ size, root }) => ({ end: Number(size), root: String(root) }));
  return parts.at(-1)?.end === to ? parts : [...parts, { end: to, root: null }];
}

async function wrongSubtrees(
  ask: Ask,
  complete: readonly HashedSubtree[],
): Promise<readonly string[]> {
  const wanted = complete.map(({ level, position, hash }) => [level, position, hashText(hash)]);
  const rows = await ask(
    'PUBLIC',
    `select value ->> 0 as level, value ->> 1 as position from json_each(${literal(JSON.stringify(wanted))})
      where not exists (select 1 from log_subtrees as stored where stored.level = value ->> 0
        and stored.position = value ->> 1 and stored.hash = value ->> 2)`,
  );
  return rows.map(({ level, position }) => `subtree ${level}/${position}`);
}

/** The hashes that the next leaves join. */
function edgeOf(
  size: number,
  before: ReadonlyMap<string, Hash>,
  complete: readonly HashedSubtree[],
): Map<string, Hash> {
  const fresh = new Map(complete.map((one) => [nameOf(one), one.hash]));
  return new Map(
    subtreesIn({ begin: 0, end: size })
      .map(nameOf)
      .map((name) => [name, kept(fresh.get(name) ?? before.get(name))]),
  );
}

function entryIn({ kind, logged_at_seconds: seconds, hash: text }: Row): LogEntry | null {
  const known = ENTRY_KINDS.find((one) => one === kind);
  const hash = hashIn(String(text));
  return known === undefined || hash === null
    ? null
    : { kind: known, loggedAtSeconds: Number(seconds), hash };
}

function nameOf({ level, position }: Subtree): string {
  return `${level}/${position}`;
}

function kept(hash: Hash | undefined): Hash {
  if (hash === undefined) throw new Error('a subtree was not kept');
  return hash;
}
